// Runs in the head of every page, before anything is drawn: the reader's theme, or that of the system. See
// theme/frame/useTheme.ts.
(() => {
  let kept = null;
  try {
    kept = localStorage.getItem('vitepress-theme-appearance');
  } catch {
    // A browser that keeps nothing has the theme of the system.
  }
  const isDark =
    kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', isDark);
})();
