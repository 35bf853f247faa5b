export const suppressions = {
  title: 'Suppressions',
  subtitle: 'People who must not be written to.',
};
