export const session = {
  title: 'Sign in',
  lead: 'Connect a lead source, write the message, watch the leads come in.',
  key: 'API key',
  keyHint:
    'It starts with thk_ if Taskhook made it. Whoever runs Taskhook finds it in .data/admin-key or in TASKHOOK_ADMIN_KEY.',
  submit: 'Sign in',
  wrongKey: 'This key is not valid. Check that you copied all of it, or ask for the current one.',
  emptyKey: 'Paste your API key here.',
  expired:
    'You are no longer signed in: the session has expired or the key was changed. Sign in again to go on where you were.',
  signedOut: 'You are signed out.',
  linkUsed: 'This sign-in link has been used or has expired. Sign in with the key, or make a new link.',
};
