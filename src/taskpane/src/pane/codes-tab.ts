// 科目。Looks codes up by number, name or pinyin initials, and puts one into the row that is selected.
import type { App, Tab } from './app';
import { button, fill, h } from './dom';

/** How long is waited after a key before it is looked up, in milliseconds. */
const pause = 250;

export class CodesTab implements Tab {
  readonly id = 'codes';
  readonly title = '科目';
  readonly element = h('section', { class: 'codes' });
  private readonly app: App;
  private readonly input = h('input', { type: 'search', id: 'code-search', autocomplete: 'off', placeholder: '2010101、行政运行、xzyx' });
  private readonly list = h('ul', { class: 'found', 'aria-label': '找到的科目' });
  private readonly state = h('p', { class: 'hint', role: 'status' }, '先选中表中要填编码的那一行，再点“插入”。');
  private asked = 0;

  constructor(app: App) {
    this.app = app;
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.find(), pause);
    });
    this.element.append(h('div', { class: 'field' }, h('label', { for: 'code-search' }, '查科目：编码、名称或拼音首字母'), this.input),
      this.state, this.list);
  }

  refresh(): void {
    // what was found stays
  }

  private async find(): Promise<void> {
    const [query, number] = [this.input.value.trim(), ++this.asked];
    if (query === '') return fill(this.list);
    await this.app.tried(async () => {
      const codes = await this.app.session.api.codes(query, this.app.session.report?.pack);
      // an answer that was overtaken by a later question
      if (number !== this.asked) return;
      this.state.textContent = codes.length === 0 ? '没有找到。请换一个编码、名称或拼音首字母。' : `找到 ${codes.length} 个。`;
      fill(this.list, ...codes.map(code => h('li', { 'data-code': code.code },
        h('div', {}, h('strong', {}, code.code), ' ' + code.name,
          h('span', { class: 'hint' }, [code.list, ...code.above].join(' › ') + (code.lastYear ? `　${code.lastYear} 年后停用` : ''))),
        button('插入', () => void this.app.propose(() => this.app.session.proposeCode(code), () => undefined),
          { 'aria-label': `插入 ${code.code} ${code.name}` }))));
    });
  }
}
