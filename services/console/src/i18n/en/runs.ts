export const runs = {
  title: 'Runs',
  subtitle: 'What became of each lead.',
  empty: {
    title: 'No run yet',
    text: 'A run begins when a lead arrives. Send a lead to the address of a task and it appears here.',
  },
};
