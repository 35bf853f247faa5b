/** The pieces that several pages share. */
export const ui = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not let us copy. Select the text and copy it yourself.',
  undo: 'Undo',
  close: 'Close',
  retry: 'Try again',
  more: 'Show more',
  actions: 'More actions',
};
