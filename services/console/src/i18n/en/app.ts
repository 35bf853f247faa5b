/** The frame around every page. */
export const app = {
  name: 'Taskhook',
  skip: 'Skip to the content',
  nav: {
    label: 'Main',
    open: 'Open the menu',
    close: 'Close the menu',
    tasks: 'Tasks',
    runs: 'Runs',
    quarantine: 'Quarantine',
    operations: 'Operations',
    connections: 'Connections',
    suppressions: 'Suppressions',
    reference: 'API reference',
  },
  preferences: {
    label: 'Preferences',
    language: 'Language',
    colors: 'Colours',
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
    signOut: 'Sign out',
  },
  loading: 'Loading…',
  notices: 'What needs you now',
  crash: {
    title: 'This page broke',
    text: 'Your data are safe: this is a fault of the page alone. Try it again; if it breaks again, reload the console.',
    retry: 'Try again',
    reload: 'Reload the console',
    detail: 'For whoever looks into it',
  },
  updated: {
    title: 'The console has been updated',
    text: 'This page belongs to an older version. Reload to go on.',
  },
};
