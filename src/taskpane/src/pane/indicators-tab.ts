// 指标。Writes one indicator with what fits it, or reads a whole text of indicators into rows.
import type { Indicator, IndicatorChoices } from '../api/types';
import type { App, Tab } from './app';
import { button, field, fill, h } from './dom';
import { faultOf, fitOf, targetOf, type IndicatorRow } from './indicators';

export class IndicatorsTab implements Tab {
  readonly id = 'indicators';
  readonly title = '指标';
  readonly element = h('section', { class: 'indicators' });
  private readonly app: App;
  private choices: IndicatorChoices | undefined;
  private readonly level1 = h('select');
  private readonly level2 = h('select');
  private readonly name = h('input', { type: 'text', autocomplete: 'off' });
  private readonly operator = h('select');
  private readonly value = h('input', { type: 'text', autocomplete: 'off', inputmode: 'decimal' });
  private readonly unit = h('input', { type: 'text', autocomplete: 'off', list: 'ind-units' });
  private readonly units = h('datalist', { id: 'ind-units' });
  private readonly description = h('input', { type: 'text', autocomplete: 'off' });
  private readonly basis = h('input', { type: 'text', autocomplete: 'off' });
  private readonly fault = h('p', { class: 'fault', role: 'status' });
  private readonly text = h('textarea', { rows: 5 });
  private readonly read = h('div', { class: 'read' });

  constructor(app: App) {
    this.app = app;
    this.level1.addEventListener('change', () => this.fit(true));
    this.level2.addEventListener('change', () => this.fit(false));
    this.name.addEventListener('input', () => this.fit(false));
    for (const input of [this.unit, this.value, this.operator]) input.addEventListener('input', () => this.tell());
    this.refresh();
  }

  refresh(): void {
    const choices = this.app.session.checked?.look?.indicators;
    if (choices && this.choices && JSON.stringify(choices) === JSON.stringify(this.choices)) return;
    this.choices = choices;
    if (!choices) return fill(this.element, h('p', { class: 'hint' }, this.app.session.checked
      ? '这本工作簿没有填写绩效指标的表。' : '请先校验一次，窗格才知道这本工作簿的指标怎么填。'));
    fill(this.level1, ...choices.levels.map(level => h('option', {}, level.level1)));
    fill(this.element,
      h('p', { class: 'hint' }, '先在表中选中项目的一行指标；写入前会列出原来和改后的内容。'),
      h('form', { onsubmit: event => event.preventDefault() },
        field('一级指标', this.level1, 'ind-level1'), field('二级指标', this.level2, 'ind-level2'),
        field('三级指标（名称）', this.name, 'ind-name'),
        h('div', { class: 'three' }, field('方向', this.operator, 'ind-operator'), field('指标值', this.value, 'ind-value'),
          field('单位', this.unit, 'ind-unit')), this.units,
        field('指标描述（可不填）', this.description, 'ind-description'), field('确定依据（可不填）', this.basis, 'ind-basis'),
        this.fault, button('写入这一条', () => this.write(), { class: 'main', 'data-do': 'indicator' })),
      h('h2', {}, '粘贴整段文字'), field('把一格里的绩效指标文字粘贴到这里', this.text, 'ind-text'),
      button('读成条目', () => void this.split(), { 'data-do': 'read' }), this.read);
    this.fit(true);
  }

  private row(): IndicatorRow {
    return {
      level1: this.level1.value, level2: this.level2.value, name: this.name.value, operator: this.operator.value, value: this.value.value,
      unit: this.operator.value === '定性' ? '' : this.unit.value, description: this.description.value, basis: this.basis.value,
    };
  }

  private fit(isLevel1: boolean): void {
    const choices = this.choices!;
    if (isLevel1) {
      const level = choices.levels.find(each => each.level1 === this.level1.value);
      fill(this.level2, ...(level?.level2 ?? []).map(name => h('option', {}, name)));
    }

    const fit = fitOf(choices, this.level2.value, this.name.value);
    fill(this.operator, ...fit.operators.map(sign => h('option', {}, sign)));
    fill(this.units, ...fit.units.map(unit => h('option', { value: unit })));
    if (this.unit.value === '' || fit.refused.includes(this.unit.value)) this.unit.value = fit.units.length === 1 ? fit.units[0]! : '';
    this.unit.placeholder = fit.units.slice(0, 3).join('、');
    this.tell();
  }

  private tell(): void {
    this.unit.disabled = this.operator.value === '定性';
    this.fault.textContent = this.name.value.trim() && this.value.value.trim() ? faultOf(this.choices!, this.row()) ?? '' : '';
  }

  private write(): void {
    const fault = faultOf(this.choices!, this.row());
    this.fault.textContent = fault ?? '';
    if (fault) return;
    void this.app.propose(() => this.app.session.proposeIndicator(this.row()), () => {
      this.name.value = this.value.value = this.description.value = this.basis.value = '';
    });
  }

  private async split(): Promise<void> {
    if (this.text.value.trim() === '') return;
    await this.app.tried(async () => {
      const found = await this.app.session.api.indicators(this.text.value);
      fill(this.read, found.length === 0 ? h('p', {}, '没有读出指标。') : this.table(found));
    });
  }

  private table(found: Indicator[]): HTMLElement {
    return h('div', {}, h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': '读出的指标' }, h('table', {},
      h('thead', {}, h('tr', {}, ...['二级指标', '名称', '指标值'].map(title => h('th', { scope: 'col' }, title)))),
      h('tbody', {}, ...found.map(each => h('tr', {}, h('td', {}, each.level2 || each.level1), h('td', {}, each.name),
        h('td', {}, targetOf(each))))))),
      button(`写入 ${found.length} 条`, () => void this.app.propose(() => this.app.session.proposeIndicators(found), () => fill(this.read)),
        { class: 'main', 'data-do': 'indicators' }));
  }
}
