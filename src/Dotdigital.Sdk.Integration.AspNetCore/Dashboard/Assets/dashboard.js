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
// Asks for the part of a page that changes while one looks, and says in a few words when what is done there changes.
(() => {
  const live = document.getElementById('live');
  if (!live) return;
  const said = document.getElementById('live-said');
  const stale = document.getElementById('live-stale');
  const mark = () => live.querySelector('[data-every]');
  let words = mark() ? mark().dataset.says : '';
  let misses = 0;
  const show = html => {
    const focused = live.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    const closed = [...live.querySelectorAll('details[id]:not([open])')].map(e => e.id);
    live.innerHTML = html;
    closed.forEach(id => { const e = document.getElementById(id); if (e) e.open = false; });
    if (focused) [...live.querySelectorAll('a[href]')].filter(e => e.getAttribute('href') === focused).slice(0, 1).forEach(e => e.focus());
    const now = mark() ? mark().dataset.says : '';
    if (now !== words) { said.textContent = now; words = now; }
  };
  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(live.dataset.poll, { redirect: 'error', headers: { Accept: 'text/html' } });
        if (!answer.ok) throw new Error(answer.statusText);
        show(await answer.text());
        misses = 0;
      } catch {
        misses++;
      }
      stale.hidden = misses < 2;
    }
    const every = Number(mark() && mark().dataset.every) || 6;
    setTimeout(look, Math.min(60, every * 2 ** misses) * 1000);
  };
  setTimeout(look, 1000);
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
