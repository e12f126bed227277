// Forms that do something are sent as JSON; what the worker answers stands beside the button.
import { refresh } from './live.js';

const unreachable = '连不上接收程序，请稍后再试。';

const bodyOf = form => {
  const body = {};
  for (const [name, value] of new FormData(form)) {
    if (name.endsWith('[]')) (body[name.slice(0, -2)] ??= []).push(value);
    else if (form.elements[name]?.dataset?.flag !== undefined) body[name] = value === 'true';
    else if (value !== '') body[name] = value;
  }
  return body;
};

export const problemOf = async answer => {
  try {
    const problem = await answer.json();
    return [problem.title, problem.detail].filter(Boolean).join('');
  } catch {
    return `没有办成（${answer.status}）。`;
  }
};

const done = (form, told) => {
  if (form.dataset.post === '/api/reminders') return told.reminded ? `已催 ${told.reminded} 个单位，名单和通知在 reminders/${told.folder}` : '没有要催的单位';
  if (form.dataset.post === '/api/issues') return '已开始';
  if (form.dataset.post === '/api/publications') return `已登记 ${told.published} 个单位`;
  return '已办好';
};

const send = async form => {
  const output = form.querySelector('output');
  output.className = '';
  output.textContent = '正在办……';
  try {
    const answer = await fetch(form.dataset.post, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(bodyOf(form)),
    });
    output.textContent = answer.ok ? done(form, answer.status === 204 ? {} : await answer.json()) : await problemOf(answer);
    output.className = answer.ok ? 'good' : 'wrong';
    if (answer.ok) {
      document.activeElement?.blur();
      await refresh();
    }
  } catch {
    output.textContent = unreachable;
    output.className = 'wrong';
  }
};

const fill = async (place, address) => {
  try {
    const answer = await fetch(address);
    if (answer.ok) place.replaceChildren(...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes);
    else place.textContent = await problemOf(answer);
  } catch {
    place.textContent = unreachable;
  }
};

const load = async button => {
  button.disabled = true;
  const place = document.createElement('div');
  await fill(place, button.dataset.load);
  button.parentElement.replaceWith(place);
  place.querySelector('input:not([type=hidden])')?.focus();
};

const ask = async form => {
  const place = form.nextElementSibling;
  place.textContent = '正在比较……';
  await fill(place, `${form.dataset.piece}?${new URLSearchParams(new FormData(form))}`);
};

export const wireForms = () => {
  document.addEventListener('submit', event => {
    if (!event.target.matches('form[data-post], form[data-piece]')) return;
    event.preventDefault();
    if (event.target.dataset.post) send(event.target);
    else ask(event.target);
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-load]');
    if (button) load(button);
  });
};
