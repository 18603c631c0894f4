const rows = [...document.querySelectorAll('[data-text]')];
const search = document.querySelector('#search');
const only = document.querySelector('#only');
const apply = () => {
  const wanted = search.value.trim().toLowerCase();
  for (const row of rows) {
    const hit =
      row.dataset.text.toLowerCase().includes(wanted) && (only.value === '' || row.dataset.status === only.value);
    row.hidden = !hit;
  }
  for (const area of document.querySelectorAll('.area')) area.hidden = !area.querySelector('[data-text]:not([hidden])');
};
search.addEventListener('input', apply);
only.addEventListener('change', apply);
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.addEventListener('click', () => navigator.clipboard?.writeText(button.dataset.copy));
}
