import type { connections as en } from '../en/connections.ts';
import type { Words } from '../words.ts';

export const connections: Words<typeof en> = {
  title: 'Connessioni',
  subtitle: 'Gli account con cui si inviano i messaggi e si recuperano i lead.',
};
