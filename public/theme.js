// Sets the remembered theme before the first paint; see components/show-theme.ts. A classic script, so that it blocks.
try {
  document.documentElement.dataset.theme = localStorage.getItem('quietpage-theme') ?? 'auto';
} catch {
  // Storage forbidden: the page starts in the system's colours.
}
