// Before the first paint: the colours that this person chose, so that no page flashes in the other ones.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('taskhook-color-scheme');
  } catch {
    // A browser that keeps nothing goes by its own preference.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
