// The pane: its head, its tabs, and what they have in common.
import { ApiError } from '../api/client';
import { button, fill, h } from './dom';
import { CheckTab } from './check-tab';
import { CodesTab } from './codes-tab';
import { HandInTab } from './hand-in-tab';
import { IndicatorsTab } from './indicators-tab';
import { offlineSheet } from './offline';
import { placeOf, told, dueWords } from './words';
import type { Proposal, Session } from './session';

/** One of the pane's rooms. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly element: HTMLElement;
  /** The workbook, its findings or the connection are others now. */
  refresh(): void;
}

export class App {
  readonly session: Session;
  readonly check: CheckTab;
  readonly handIn: HandInTab;
  /** Puts a sheet for answers into the workbook; null where the program is not ours to put sheets into. */
  addAnswers: (() => Promise<void>) | null = null;
  private readonly tabs: Tab[];
  private readonly head = h('header', { class: 'head' });
  private readonly notice = h('div', { class: 'notice', role: 'alert', hidden: true });
  private readonly confirm = h('section', { class: 'confirm', 'aria-label': '确认写入', tabindex: -1, hidden: true });
  private readonly bar = h('div', { class: 'tabs', role: 'tablist', 'aria-label': '功能' });
  private readonly body = h('div', { class: 'body' });
  private readonly lost = h('section', { class: 'lost', hidden: true });
  private shown = 'check';

  constructor(session: Session, root: HTMLElement) {
    this.session = session;
    this.check = new CheckTab(this);
    this.handIn = new HandInTab(this);
    this.tabs = [this.check, new CodesTab(this), new IndicatorsTab(this), this.handIn];
    for (const tab of this.tabs) {
      this.bar.appendChild(h('button', {
        type: 'button', role: 'tab', id: 'tab-' + tab.id, 'aria-controls': 'panel-' + tab.id, onclick: () => this.show(tab.id),
        onkeydown: event => this.turn(event as KeyboardEvent),
      }, tab.title));
      tab.element.id = 'panel-' + tab.id;
      tab.element.setAttribute('role', 'tabpanel');
      tab.element.setAttribute('aria-labelledby', 'tab-' + tab.id);
      this.body.appendChild(tab.element);
    }

    fill(root, this.head, this.notice, this.confirm, this.bar, h('main', {}, this.body, this.lost));
    this.follow();
    this.show('check');
    this.paint();
  }

  /** Finds the worker, and what was known before. */
  async start(go: string | null): Promise<void> {
    if (!await this.connect()) return;
    await this.session.restore();
    this.refresh();
    await this.go(go);
  }

  /** What a button of the ribbon asks for. */
  async go(word: string | null): Promise<void> {
    if (word === 'check') await this.check.run('ask');
    else if (word === 'previous' || word === 'prev') await this.check.step(-1);
    else if (word === 'next') await this.check.step(1);
    else if (word === 'hand-in' || word === 'handin') this.show('hand-in');
  }

  show(id: string): void {
    this.shown = id;
    for (const tab of this.tabs) {
      const isShown = tab.id === id;
      tab.element.hidden = !isShown;
      const own = this.bar.querySelector('#tab-' + tab.id)!;
      own.setAttribute('aria-selected', String(isShown));
      own.setAttribute('tabindex', isShown ? '0' : '-1');
    }
  }

  refresh(): void {
    this.paint();
    for (const tab of this.tabs) tab.refresh();
  }

  /** Tells a fault; the worker's absence has a room of its own. */
  fail(fault: unknown): void {
    const { code, sentence, todo } = told(fault);
    if (code === 'cancelled') return this.say(sentence);
    if (code === 'no_worker') void this.lose();
    if (fault instanceof ApiError && fault.status === 401) return this.askToken(code === 'bad_token');
    fill(this.notice, h('strong', {}, sentence), todo ? h('span', {}, todo) : null,
      button('知道了', () => this.quiet(), { class: 'plain' }));
    this.notice.className = 'notice bad';
    this.notice.dataset['code'] = code;
    this.notice.hidden = false;
  }

  say(sentence: string): void {
    fill(this.notice, h('span', {}, sentence), button('知道了', () => this.quiet(), { class: 'plain' }));
    this.notice.className = 'notice';
    delete this.notice.dataset['code'];
    this.notice.hidden = false;
  }

  quiet(): void {
    this.notice.hidden = true;
    fill(this.notice);
  }

  /** Does something and tells what goes wrong. */
  async tried(work: () => Promise<void>): Promise<boolean> {
    this.quiet();
    try {
      await work();
      return true;
    } catch (fault) {
      this.fail(fault);
      return false;
    }
  }

  /** Shows old and new, and writes when somebody agrees. */
  propose(make: () => Promise<Proposal>, done: () => void): Promise<boolean> {
    return this.tried(async () => {
      const proposal = await make();
      if (proposal.items.length === 0) return this.say('单元格里已经是这个内容，不用写入。');
      const close = (): void => {
        this.confirm.hidden = true;
        fill(this.confirm);
      };
      const write = (): void => {
        void this.tried(async () => {
          close();
          await this.session.commit(proposal);
          this.say(`已写入 ${proposal.items.length} 个单元格。`);
          done();
        });
      };
      fill(this.confirm, h('h2', {}, proposal.title), h('table', {},
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, '单元格'), h('th', { scope: 'col' }, '原来'), h('th', { scope: 'col' }, '改为'))),
        h('tbody', {}, ...proposal.items.map(item => h('tr', {},
          h('td', {}, placeOf({ sheet: item.ref.sheet, cell: item.ref.address })), h('td', {}, item.oldText || '（空）'),
          h('td', { class: 'new' }, String(item.value ?? '（空）')))))),
        h('div', { class: 'row' }, button('确认写入', write, { class: 'main', 'data-do': 'commit' }), button('不写', close)));
      this.confirm.hidden = false;
      this.confirm.focus();
    });
  }

  private async connect(): Promise<boolean> {
    this.head.dataset['state'] = 'connecting';
    try {
      await this.session.connect();
      this.lost.hidden = true;
      this.bar.hidden = false;
      this.body.hidden = false;
      this.paint();
      return true;
    } catch (fault) {
      this.fail(fault);
      return false;
    }
  }

  /** No worker: what the workbook itself says stands here, told so. */
  private async lose(): Promise<void> {
    this.bar.hidden = true;
    this.body.hidden = true;
    this.lost.hidden = false;
    fill(this.lost, h('h1', {}, '部门预算校验服务没有连上'),
      h('p', {}, '窗格要靠部门预算校验服务来校验。请启动服务后重试；工作簿照常可以填写。'),
      button('重试', () => void this.again(), { class: 'main', 'data-do': 'retry' }), await offlineSheet(this.session.host));
  }

  private async again(): Promise<void> {
    this.quiet();
    if (await this.connect()) this.refresh();
  }

  private askToken(wasWrong: boolean): void {
    const input = h('input', { type: 'password', autocomplete: 'off' });
    const use = (event: Event): void => {
      event.preventDefault();
      this.session.api.useToken(input.value.trim() || null);
      void this.again();
    };
    input.id = 'token';
    fill(this.lost, h('h1', {}, wasWrong ? '令牌不对，或已经撤销' : '请输入令牌'),
      h('p', {}, '请使用财政局发给的令牌；遗失的请联系经办人另发。'),
      h('form', { onsubmit: use }, h('label', { for: 'token' }, '令牌'), input, h('button', { type: 'submit', class: 'main' }, '登录')));
    this.bar.hidden = true;
    this.body.hidden = true;
    this.lost.hidden = false;
  }

  private paint(): void {
    const { session } = this;
    const report = session.report;
    const step = session.checked?.step;
    const caps = session.host.info().caps;
    delete this.head.dataset['state'];
    fill(this.head,
      h('div', { class: 'who' },
        h('strong', {}, report?.unitName ?? '部门预算校验'),
        h('span', {}, report?.unitCode ? `${report.unitCode}　${report.year} 年` : session.bookName ?? '校验后显示单位和年度')),
      step ? h('div', { class: 'due', 'data-late': step.daysLeft < 0 }, `${step.name}：${step.due} 截止，${dueWords(step.daysLeft)}`) : null,
      caps.includes('close') ? button('×', () => void this.tried(() => session.host.closePane()),
        { class: 'close', 'aria-label': '关闭窗格', title: '关闭窗格' }) : null);
    document.documentElement.dataset['theme'] = session.host.theme().dark ? 'dark' : 'light';
  }

  // another workbook in front, another theme: looked at when the pane is looked at
  private follow(): void {
    const { host } = this.session;
    const { caps } = host.info();
    if (caps.includes('workbook')) host.onWorkbook(() => this.refresh());
    if (caps.includes('change')) host.onChange(() => this.check.touch());
    window.addEventListener('focus', () => this.paint());
    if (typeof matchMedia === 'function') {
      const query = matchMedia('(prefers-color-scheme: dark)');
      // older engines know only the older name
      if (query.addEventListener) query.addEventListener('change', () => this.paint());
    }
  }

  private turn(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const now = this.tabs.findIndex(tab => tab.id === this.shown);
    const next = this.tabs[(now + by + this.tabs.length) % this.tabs.length]!;
    this.show(next.id);
    (this.bar.querySelector('#tab-' + next.id) as HTMLElement).focus();
  }
}
