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

// Checks a form while it is filled in, and shows what is wrong beside each row. Without this script its Preview button says the same.
(() => {
  const form = document.querySelector('form[data-check]');
  if (!form) return;
  const summary = form.querySelector('[data-check-summary]');
  let timer, last = 0;
  const show = check => {
    for (const row of form.querySelectorAll('[data-row]')) row.textContent = check.rows[row.dataset.row] || '';
    summary.textContent = check.summary;
    summary.className = check.isUsable ? 'box ok' : 'box bad';
  };
  const ask = async () => {
    const own = ++last;
    try {
      const answer = await fetch(form.dataset.check, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
      if (own !== last) return;
      if (answer.ok && !answer.redirected) show(await answer.json());
      else summary.textContent = 'The form could not be checked just now. Saving it checks it again.';
    } catch {
      if (own === last) summary.textContent = 'The form could not be checked just now. Saving it checks it again.';
    }
  };
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 300); });
})();
