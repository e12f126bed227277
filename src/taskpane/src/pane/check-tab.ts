// 校验。One button checks; what is found stands here by cause, and leads to its cell.
import type { App, Tab } from './app';
import { button, fill, h } from './dom';
import { findingCard } from './finding-card';
import { NotSavedYet, type Listed, type Phase } from './session';
import { severities, type Severity } from './words';

const phases: Record<Phase['name'], string> = { reading: '正在读取工作簿……', sending: '正在送去校验……', checking: '正在校验……' };

export class CheckTab implements Tab {
  readonly id = 'check';
  readonly title = '校验';
  readonly element = h('section', { class: 'check' });
  private readonly app: App;
  private readonly chosen = new Set<Severity>(['error', 'warning', 'info']);
  private readonly top = h('div', { class: 'top' });
  private readonly work = h('div', { class: 'work', role: 'status', hidden: true });
  private readonly verdict = h('div', { class: 'verdict', 'aria-live': 'polite' });
  private readonly filters = h('div', { class: 'filters', role: 'group', 'aria-label': '按轻重筛选' });
  private readonly list = h('div', { class: 'list' });
  private readonly walk = h('div', { class: 'walk', hidden: true });
  private isBusy = false;
  /** The workbook has edits its file lacks, and nobody has said yet what becomes of them. */
  private isUnsaved = false;
  /** Something was typed since the check. */
  private isTouched = false;

  constructor(app: App) {
    this.app = app;
    this.element.append(this.top, this.work, this.verdict, this.filters, this.list, this.walk);
    this.refresh();
  }

  refresh(): void {
    const { session } = this.app;
    const main = button(session.checked ? '重新校验' : '校验', () => void this.run('ask'), { class: 'main', 'data-do': 'check' });
    main.disabled = this.isBusy;
    fill(this.top, main, h('p', { class: 'hint' }, '校验不算交表，什么也不保存。'), this.isUnsaved ? h('div', { class: 'unsaved' },
      h('p', {}, '工作簿有没保存的改动，校验的是已保存的文件。'), h('div', { class: 'row' },
        button('保存并校验', () => void this.run('save'), { class: 'main', 'data-do': 'save-check' }),
        button('按上次保存的校验', () => void this.run('leave'), { 'data-do': 'leave-check' }))) : null);
    this.paintVerdict();
    this.paintFilters();
    this.paintList();
    this.paintWalk();
  }

  /** Checks. */
  async run(unsaved: 'ask' | 'save' | 'leave'): Promise<void> {
    if (this.isBusy) return;
    const { app } = this;
    this.isBusy = true;
    this.isUnsaved = this.isTouched = false;
    app.quiet();
    app.show('check');
    this.refresh();
    try {
      await app.session.check(unsaved, phase => this.paintWork(phase));
    } catch (fault) {
      if (fault instanceof NotSavedYet) this.isUnsaved = true;
      else app.fail(fault);
    } finally {
      this.isBusy = false;
      this.work.hidden = true;
      app.refresh();
    }
  }

  /** Something was typed: what was found may be over. */
  touch(): void {
    if (this.isTouched || !this.app.session.checked || this.isBusy) return;
    this.isTouched = true;
    this.paintVerdict();
  }

  /** Goes to the next finding that is chosen, or the one before. */
  async step(by: 1 | -1): Promise<void> {
    const { app } = this;
    app.show('check');
    const listed = app.session.step(by, each => this.chosen.has(each.finding.severity));
    if (!listed) return app.say(app.session.checked ? '没有要看的问题了。' : '还没有校验。请先点“校验”。');
    this.refresh();
    this.current()?.scrollIntoView({ block: 'nearest' });
    await this.goTo(listed, listed.finding);
  }

  /** Goes to a place of a finding. */
  async goTo(listed: Listed, place: { sheet?: string; cell?: string }): Promise<void> {
    const { app } = this;
    app.session.at = app.session.findings.indexOf(listed);
    await app.tried(async () => {
      const found = await app.session.goTo(place);
      if (found?.lost) app.say('这一行在校验以后改动过，可能不在原来的位置。请重新校验。');
      else if (found?.moved) app.say(`表中行有移动，已转到现在的位置 ${found.ref.address}。`);
    });
    for (const card of this.list.querySelectorAll('.finding')) card.classList.toggle('here', card === this.current());
    this.paintWalk();
  }

  private current(): Element | null {
    return this.list.querySelector(`[data-at="${this.app.session.at}"]`);
  }

  private paintWork(phase: Phase): void {
    const text = phases[phase.name] + (phase.name === 'sending' ? ` ${Math.round(phase.part * 100)}%` : '');
    const progress = phase.name === 'sending' ? h('progress', { max: 1, value: phase.part, 'aria-label': '送出进度' })
      : h('progress', { 'aria-label': '校验进度' });
    fill(this.work, h('span', {}, text), progress, button('取消', () => this.app.session.cancel(), { 'data-do': 'cancel' }));
    this.work.hidden = false;
  }

  private paintVerdict(): void {
    const { session } = this.app;
    const report = session.report;
    if (!report) return fill(this.verdict);
    const open = session.findings.filter(each => !each.solved && each.finding.severity === 'warning' && !each.finding.answer).length;
    const solved = session.findings.filter(each => each.solved).length;
    const [tone, words] = report.verdict === 'accepted'
      ? ['good', open > 0 ? `没有错误，有 ${open} 处疑点请答复` : report.warnings > 0 ? '没有错误，疑点都已答复' : '没有发现错误']
      : report.verdict === 'returned' ? ['bad', `有 ${report.errors} 处错误`] : ['bad', '这本工作簿不能校验'];
    this.verdict.dataset['verdict'] = report.verdict;
    fill(this.verdict, h('h1', { class: tone }, words!),
      session.checked?.sentence ? h('p', {}, session.checked.sentence) : null,
      report.returnedBecause ? h('p', {}, report.returnedBecause) : null,
      this.isTouched ? h('p', { class: 'hint touched' }, '校验以后又有改动，结果以重新校验为准。') : null,
      solved > 0 ? h('p', { class: 'good' }, `与上次校验相比，已解决 ${solved} 处。`) : null,
      report.unchecked.length > 0 ? h('details', {}, h('summary', {}, `没有检查的 ${report.unchecked.length} 项`),
        h('ul', {}, ...report.unchecked.map(each => h('li', {}, each.reason)))) : null);
  }

  private paintFilters(): void {
    const { session } = this.app;
    const count = (severity: Severity): number =>
      session.findings.filter(each => !each.solved && each.finding.severity === severity).length;
    this.filters.hidden = session.findings.length === 0;
    fill(this.filters, ...(Object.keys(severities) as Severity[]).map(severity => button(
      `${severities[severity]} ${count(severity)}`, () => {
        if (!this.chosen.delete(severity)) this.chosen.add(severity);
        this.refresh();
      }, { class: 'chip ' + severity, 'aria-pressed': String(this.chosen.has(severity)), 'data-severity': severity })));
  }

  private paintList(): void {
    const { session } = this.app;
    const shown = session.findings.filter(each => !each.solved && this.chosen.has(each.finding.severity));
    const groups = new Map<string, Listed[]>();
    for (const each of shown) {
      const name = each.finding.severity + each.finding.category;
      groups.set(name, [...(groups.get(name) ?? []), each]);
    }

    const solved = session.findings.filter(each => each.solved);
    fill(this.list, ...[...groups.values()].map(group => {
      const finding = group[0]!.finding;
      const title = session.checked?.categories[finding.category] ?? finding.category;
      return h('section', { class: 'group' }, h('h2', {}, `${title}（${group.length}）`),
        ...group.map(each => findingCard(this.app, each, session.findings.indexOf(each))));
    }), solved.length > 0 ? h('details', { class: 'solved', open: true }, h('summary', {}, `已解决（${solved.length}）`),
      h('ul', {}, ...solved.map(each => h('li', {}, each.finding.message)))) : null);
    this.current()?.classList.add('here');
  }

  private paintWalk(): void {
    const { session } = this.app;
    const open = session.findings.filter(each => !each.solved && this.chosen.has(each.finding.severity));
    const now = session.at < 0 ? 0 : open.indexOf(session.findings[session.at]!) + 1;
    this.walk.hidden = open.length === 0;
    fill(this.walk, button('上一个', () => void this.step(-1), { 'data-do': 'previous' }), h('span', {}, `${now} / ${open.length}`),
      button('下一个', () => void this.step(1), { 'data-do': 'next' }));
  }
}
