export const quarantine = {
  title: 'Quarantine',
  subtitle: 'Requests that gave no valid lead, kept whole.',
  empty: {
    title: 'Nothing in quarantine',
    text: 'Every request so far gave a valid lead. One that does not is kept here, to be corrected and sent on.',
  },
};
