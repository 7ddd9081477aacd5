// Loads a page that shows something under way again, while it is looked at and nothing is being typed or chosen on it.
(() => {
  const marked = document.querySelector('[data-refresh]');
  if (!marked) return;
  let touched = false;
  document.addEventListener('input', () => { touched = true; });
  document.addEventListener('toggle', () => { touched = true; }, true);
  const every = Math.max(5, Number(marked.dataset.refresh) || 15) * 1000;
  history.replaceState(null, "", location.pathname + location.search.replace(/[?&]done=[^&]*/, ""));
  setInterval(() => {
    const busy = touched || document.hidden || (document.activeElement && document.activeElement.closest('form'));
    if (!busy) location.reload();
  }, every);
})();
