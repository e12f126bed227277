// One finding: what is wrong, where, what is expected, and the answer to a 疑点.
import type { Finding, Place } from '../api/types';
import { HostError } from '../host/host';
import type { App } from './app';
import { button, h } from './dom';
import type { Listed } from './session';
import { placeOf, severities } from './words';

/** The most places of one finding that are listed at once. */
const mostPlaces = 6;

export const findingCard = (app: App, listed: Listed, at: number): HTMLElement => {
  const { finding } = listed;
  const go = (place: Place): HTMLButtonElement =>
    button(placeOf(place), () => void app.check.goTo(listed, place), { class: 'place', 'data-place': placeOf(place) });
  const related = (finding.related ?? []).filter(place => place.sheet && (place.sheet !== finding.sheet || place.cell !== finding.cell));
  return h('article', { class: 'finding ' + finding.severity, 'data-at': at, 'data-rule': finding.rule, 'data-cell': finding.cell ?? null },
    h('div', { class: 'line' }, h('span', { class: 'badge ' + finding.severity }, severities[finding.severity]),
      listed.fresh ? h('span', { class: 'badge new' }, '新') : null, finding.sheet ? go(finding) : null),
    h('p', { class: 'message' }, finding.message),
    figures(finding),
    related.length > 0 ? h('details', {}, h('summary', {}, `有关的单元格（${related.length}）`),
      h('div', { class: 'places' }, ...related.slice(0, mostPlaces).map(go),
        related.length > mostPlaces ? h('span', {}, `另有 ${related.length - mostPlaces} 处`) : null)) : null,
    finding.ties && finding.ties.length > 0 ? h('details', {}, h('summary', {}, `由此不符的关系（${finding.ties.length}）`),
      h('ul', {}, ...finding.ties.map(tie => h('li', {}, tie.message, tie.sheet ? go(tie) : null)))) : null,
    finding.basis ? h('p', { class: 'basis' }, '依据：' + finding.basis) : null,
    finding.severity === 'warning' ? answer(app, listed, at) : null);
};

const figures = (finding: Finding): HTMLElement | null => {
  const parts = ([['应为', finding.expected], ['现为', finding.actual], ['相差', finding.difference]] as const)
    .filter(([, value]) => value !== undefined);
  return parts.length === 0 ? null : h('dl', { class: 'figures' },
    ...parts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value!))));
};

const answer = (app: App, listed: Listed, at: number): HTMLElement => {
  const { finding } = listed;
  const hasPlace = app.session.checked?.look?.answers.some(place => place.key === listed.key) ?? false;
  const was = finding.answer ? h('p', { class: 'hint' }, finding.answerWasFor ? '答复过，但数已变化，请核对后改写。' : '已答复，可以改写。') : null;
  const { addAnswers } = app;
  if (!hasPlace) return h('div', { class: 'answer' }, was, h('p', { class: 'hint' }, addAnswers
    ? '这本工作簿没有“检查结果”表，没有地方写答复。加上它以后在这里答复，再交表或下载。' : new HostError('no-answers').message),
  addAnswers ? button('加上“检查结果”表', () => void app.tried(addAnswers), { 'data-do': 'add-answers' }) : null);
  const text = h('textarea', { rows: 2, maxlength: 500, 'aria-label': '答复：' + finding.message });
  text.value = listed.draft ?? finding.answer ?? '';
  // the list is drawn anew now and then: what is typed must not be lost
  text.addEventListener('input', () => {
    listed.draft = text.value;
  });
  const write = (): void => {
    void app.propose(() => app.session.proposeAnswer(listed, text.value), () => {
      listed.finding = { ...finding, answer: text.value.trim() };
      delete listed.draft;
      app.refresh();
    });
  };
  return h('div', { class: 'answer', 'data-answer': at }, was, text, button('写入答复', write, { 'data-do': 'answer' }));
};
