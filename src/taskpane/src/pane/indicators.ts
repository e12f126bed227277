// Rows of performance indicators: what fits, and where they go.
import { ApiError } from '../api/client';
import type { Indicator, IndicatorChoices, Look, LookArea } from '../api/types';
import { columnOf, lettersOf } from '../host/address';
import type { Cell, Host } from '../host/host';
import { spotOf } from './map';
import type { Change } from './session';

export interface IndicatorRow {
  level1: string;
  level2: string;
  name: string;
  operator: string;
  value: string;
  unit: string;
  description: string;
  basis: string;
}

/** What fits an indicator: the first of each is what is usual. */
export interface Fit { operators: string[]; units: string[]; usual: string; refused: string[] }

export const operators = ['≥', '≤', '=', '>', '<', '定性'];

const ends = (text: string, words: string[]): boolean => words.some(word => text.endsWith(word));
const holds = (text: string, words: string[]): boolean => words.some(word => text.includes(word));

export const fitOf = (choices: IndicatorChoices, level2: string, name: string): Fit => {
  const plain = name.trim();
  const rules = choices.units.filter(rule => ends(plain, rule.names) && (rule.under.length === 0 || rule.under.includes(level2)));
  const isRate = ends(plain, choices.rates) && !ends(plain, choices.notRates);
  const isCost = level2.includes('成本') || (holds(plain, choices.costs) && !isRate);
  const isTime = level2.includes('时效') && !isRate;
  const units = isRate ? ['%'] : isCost ? ['元', '万元', '元/人', '元/次'] : isTime ? choices.timeUnits.slice(0, 8)
    : level2.includes('满意') ? ['%'] : choices.commonUnits;
  const refused = rules.flatMap(rule => rule.refused);
  const isLess = holds(plain, choices.lessIsBetter) || isCost;
  const first = plain.length > 0 && !isLess && !isRate && !ends(plain, choices.moreIsBetter) && isTime ? '=' : isLess ? '≤' : '≥';
  return {
    operators: [first, ...operators.filter(sign => sign !== first)],
    units: units.filter(unit => !refused.includes(unit)),
    usual: rules[0]?.usual ?? '',
    refused,
  };
};

/** A target as a form prints it: ≥90%, 12次, 显著提升. */
export const targetOf = (row: { operator: string; value: string; unit: string }): string => {
  const sign = row.operator === '定性' || row.operator === '=' ? '' : row.operator;
  return sign + row.value.trim() + row.unit.trim();
};

/** What is wrong with a row before it is written; null when nothing is. */
export const faultOf = (choices: IndicatorChoices, row: IndicatorRow): string | null => {
  if (row.name.trim() === '') return '请写明三级指标的名称。';
  const level = choices.levels.find(each => each.level1 === row.level1);
  if (!level) return '请选择一级指标。';
  if (level.level2.length > 0 && !level.level2.includes(row.level2)) return `“${row.level2}”不属于“${row.level1}”。`;
  if (row.value.trim() === '') return '请写明指标值。';
  if (row.operator === '定性') return choices.measured.includes(row.level2) ? `${row.level2}要有数量，不能是定性的。` : null;
  const fit = fitOf(choices, row.level2, row.name);
  if (fit.refused.includes(row.unit.trim())) return `“${row.name}”的计量单位不能是“${row.unit}”，一般用${fit.usual}。`;
  return null;
};

/** Where one indicator goes: the row that is selected, or the first free one below. */
export const planIndicator = async (host: Host, look: Look | undefined, row: IndicatorRow): Promise<Change[]> => {
  const { area, choices, from } = await targetArea(host, look);
  return plan(host, area, choices, [row], from);
};

/** Where several go: each into the first free row of its level, else into the first free row. */
export const planIndicators = async (host: Host, look: Look | undefined, rows: Indicator[]): Promise<Change[]> => {
  const { area, choices } = await targetArea(host, look);
  return plan(host, area, choices, rows.map(row => ({ ...row, description: '', basis: '' })), area.firstRow);
};

const targetArea = async (
  host: Host, look: Look | undefined,
): Promise<{ area: LookArea; choices: IndicatorChoices; from: number }> => {
  if (!look?.indicators) throw new ApiError('no_indicators', '这本工作簿没有填写绩效指标的表，或者还没有校验过。', '请先校验一次。');
  const selected = await host.selection();
  const spot = selected && spotOf(look, selected, look.indicators.form);
  if (!spot) throw new ApiError('no_indicator_row', '选中的单元格不在绩效指标的填报行里。', '请先选中这个项目的一行指标。');
  return { area: spot.area, choices: look.indicators, from: spot.row };
};

const plan = async (host: Host, area: LookArea, choices: IndicatorChoices, rows: IndicatorRow[], from: number): Promise<Change[]> => {
  const columns = area.columns;
  const letters = (role: string): string | undefined => columns.find(column => column.id === choices.columns[role])?.at;
  const plainLetters = (id: string): string | undefined => columns.find(column => column.id === id)?.at;
  const left = Math.min(...columns.map(column => columnOf(column.at)));
  const right = Math.max(...columns.map(column => columnOf(column.at)));
  const address = `${lettersOf(left)}${area.firstRow}:${lettersOf(right)}${area.lastRow}`;
  const cells = await host.read({ sheet: area.sheet, address });
  const at = (row: number, column: string | undefined): Cell | null => column
    ? cells[row - area.firstRow]?.[columnOf(column) - left] ?? null : null;
  const name = letters('name');
  const taken = new Set<number>();
  const isFree = (row: number): boolean => !taken.has(row) && [name, letters('target'), letters('value')].every(column =>
    at(row, column)?.value == null && at(row, column)?.formula == null && !at(row, column)?.locked);
  // a level that is printed once counts for the rows below it
  const levels: string[] = [];
  for (let row = area.firstRow; row <= area.lastRow; row++)
    levels.push(at(row, letters('level2'))?.text.trim() || (levels[levels.length - 1] ?? ''));
  const changes: Change[] = [];
  for (const row of rows) {
    const free = Array.from({ length: area.lastRow - area.firstRow + 1 }, (_, index) => area.firstRow + index).filter(isFree);
    const own = free.filter(each => levels[each - area.firstRow] === row.level2);
    const blank = free.filter(each => !at(each, letters('level2'))?.text.trim() && !at(each, letters('level1'))?.text.trim()
      && levels[each - area.firstRow] !== row.level2);
    const isChosen = rows.length === 1 && (own.includes(from) || blank.includes(from));
    const chosen = isChosen ? from : own[0] ?? blank[0];
    if (chosen === undefined) throw new ApiError(
      'no_free_row', `没有空行放“${row.name || row.level2}”。`, `请在“${row.level2}”下插入一行，重新校验后再写入。`);
    taken.add(chosen);
    const isOwn = own.includes(chosen);
    const put = (column: string | undefined, value: string, label: string): void => {
      if (column && value.trim() !== '') changes.push({ ref: { sheet: area.sheet, address: column + chosen }, value: value.trim(), label });
    };
    if (!isOwn) {
      put(letters('level1'), row.level1, '一级指标');
      put(letters('level2'), row.level2, '二级指标');
    }

    put(name, row.name, '三级指标');
    put(letters('description') ?? plainLetters('description'), row.description, '指标描述');
    if (letters('target')) put(letters('target'), targetOf(row), '指标值');
    else {
      put(letters('operator'), row.operator, '计算符号');
      put(letters('value'), row.value, '指标值');
      put(letters('unit'), row.unit, '计量单位');
    }

    put(plainLetters('basis'), row.basis, '确定依据');
  }

  return changes;
};
