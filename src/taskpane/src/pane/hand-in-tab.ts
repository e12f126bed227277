// 交表。Hands in, keeps the receipt, and tells what became of it.
import type { Receipt } from '../api/types';
import type { App, Tab } from './app';
import { button, fill, h } from './dom';
import { dueWords, verdicts } from './words';

export class HandInTab implements Tab {
  readonly id = 'hand-in';
  readonly title = '交表';
  readonly element = h('section', { class: 'hand-in' });
  private readonly app: App;
  private readonly receipt = h('output', { class: 'receipt' });
  private isBusy = false;

  constructor(app: App) {
    this.app = app;
    this.refresh();
  }

  refresh(): void {
    const { session } = this.app;
    const [report, step] = [session.report, session.checked?.step];
    const open = session.findings.filter(each => !each.solved && each.finding.severity === 'warning' && !each.finding.answer).length;
    const state = !report ? '还没有校验。建议先校验，没有错误再交。'
      : report.verdict === 'returned' ? `上次校验有 ${report.errors} 处错误，交上去会被退回。`
        : report.verdict === 'unreadable' ? '上次校验时读不出这本工作簿。'
          : open > 0 ? `没有错误，还有 ${open} 处疑点没有答复。` : '上次校验没有错误。';
    const go = button(report?.verdict === 'returned' ? '仍要交表' : '交表', () => void this.run(), { class: 'main', 'data-do': 'hand-in' });
    go.disabled = this.isBusy || report?.verdict === 'unreadable';
    fill(this.element, h('p', {}, state),
      step ? h('p', {}, `${step.name}　${step.due} 截止（${dueWords(step.daysLeft)}）　现在：${step.state}`) : null,
      h('div', { class: 'row' }, go, button('先校验', () => void this.app.check.run('ask'))),
      h('p', { class: 'hint' }, '交表就是把工作簿送进财政局的收件文件夹，与拷进去、在网页上传相同。'), this.receipt);
  }

  private async run(): Promise<void> {
    const { app } = this;
    this.isBusy = true;
    this.refresh();
    await app.tried(async () => {
      const receipt = await app.session.handIn();
      this.show(receipt, '已送达，正在检查……');
      // what becomes of it is told when it is known; the pane can be used meanwhile
      void app.session.follow(receipt, now => {
        if (now.state !== 'done') return;
        const words = verdicts[now.verdict ?? ''] ?? (now.hold ? '已收下，待财政局经办人处理' : '已处理');
        if (app.session.checked?.step) app.session.checked.step.state = words;
        this.refresh();
        this.show(now, words);
      }).catch((fault: unknown) => app.fail(fault));
    });
    this.isBusy = false;
    this.refresh();
  }

  private show(receipt: Receipt, state: string): void {
    this.receipt.dataset['verdict'] = receipt.verdict ?? receipt.state;
    fill(this.receipt, h('h2', {}, '回执'), h('p', { class: receipt.verdict === 'accepted' ? 'good' : 'bad-or-wait' }, state),
      h('dl', {}, h('dt', {}, '收件位置'), h('dd', {}, receipt.path),
        h('dt', {}, '校验码'), h('dd', { class: 'code' }, receipt.sha256.slice(0, 16)),
        h('dt', {}, '时间'), h('dd', {}, new Date().toLocaleString('zh-CN'))));
  }
}
