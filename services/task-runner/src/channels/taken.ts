import type { Delivery } from './channel.ts';

const LONGEST_ID = 200;

/** A provider took a message; `id`, where it is one, is what it calls it. */
export function taken(status: number, id: unknown): Delivery {
  const isId = typeof id === 'string' && id !== '' && id.length <= LONGEST_ID;
  return { outcome: 'delivered', status_code: status, error: null, ...(isId ? { providerId: id } : {}) };
}
