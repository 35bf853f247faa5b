export const operations = {
  title: 'Operations',
  subtitle: 'How the installation is doing.',
};
