// Draws the sheet around the cell a finding speaks of, as soon as the finding comes into view.
import { Workbook, columnOf, lettersOf } from './workbook.js';

const [above, below, beside, labels] = [3, 2, 2, 3];
const sources = new WeakMap();

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const columnsAround = column => {
  const columns = new Set();
  for (let each = 1; each <= labels; each++) columns.add(each);
  for (let each = Math.max(1, column - beside); each <= column + beside; each++) columns.add(each);
  return [...columns].sort((left, right) => left - right);
};

const table = (rows, cell) => {
  const [, letters, digits] = /^([A-Z]+)(\d+)/.exec(cell) ?? [];
  if (!letters) return null;
  const [column, row] = [columnOf(letters), Number(digits)];
  const columns = columnsAround(column);
  const made = element('table');
  made.append(element('caption', `${cell} 周围的单元格`, 'unseen'));
  const head = made.createTHead().insertRow();
  head.append(element('td'));
  for (const each of columns) head.append(Object.assign(element('th', lettersOf(each)), { scope: 'col' }));
  const body = made.createTBody();
  for (let each = Math.max(1, row - above); each <= row + below; each++) {
    const line = body.insertRow();
    line.append(Object.assign(element('th', String(each)), { scope: 'row' }));
    let last = 0;
    for (const at of columns) {
      const { text = '', figure } = rows.get(each)?.get(at) ?? {};
      const here = element('td', text, each === row && at === column ? 'here' : '');
      if (figure) here.classList.add('number');
      if (last && at > last + 1) here.classList.add('gap');
      last = at;
      line.append(here);
    }
  }
  return made;
};

const draw = async finding => {
  const place = finding.querySelector('.sheet');
  const source = sources.get(finding);
  if (!place || !source || place.firstChild) return;
  const rows = await (await source())?.cells(finding.dataset.sheet);
  const made = rows && table(rows, finding.dataset.cell);
  if (!made || place.firstChild) return;
  place.append(made);
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', `${finding.dataset.sheet} ${finding.dataset.cell} 周围`);
  place.hidden = false;
  size.observe(place);
};

// on a narrow screen the cell itself comes first, also after the screen was turned
const size = new ResizeObserver(entries => {
  for (const { target } of entries) {
    const here = target.querySelector('.here');
    target.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - target.clientWidth / 2;
  }
});

const view = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    view.unobserve(entry.target);
    // a file no browser can read has its findings all the same
    draw(entry.target).catch(() => {});
  }
});

// the findings below a place are drawn from bytes that are fetched once
export const drawFrom = (place, bytes) => {
  let book;
  const source = () => (book ??= bytes().then(Workbook.open));
  for (const finding of place.querySelectorAll('.finding[data-sheet][data-cell]')) {
    if (!finding.dataset.cell || sources.has(finding)) continue;
    sources.set(finding, source);
    view.observe(finding);
  }
};

const fetched = id => async () => {
  const answer = await fetch(`/api/submissions/${id}/files/archived`);
  if (!answer.ok) throw new Error();
  return answer.arrayBuffer();
};

export const wireSheets = () => {
  const all = () => {
    for (const version of document.querySelectorAll('[data-submission]')) drawFrom(version, fetched(version.dataset.submission));
  };
  all();
  document.addEventListener('fresh', all);
};
