export const connections = {
  title: 'Connections',
  subtitle: 'The accounts with which messages are sent and leads are fetched.',
};
