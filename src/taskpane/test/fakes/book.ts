// A workbook in memory for the fakes of programs: values, formulas, locks, merged cells and hidden sheets, and nothing that computes.
import { lettersOf, areaOf } from '../../src/host/address';

export interface FakeCell { value: string | number | boolean | null; formula?: string; locked?: boolean; error?: string; text?: string }

export class FakeSheet {
  name: string;
  visible: 0 | 1 | 2;
  isProtected: boolean;
  readonly cells = new Map<string, FakeCell>();
  /** Are empty cells locked? */
  locked = true;

  constructor(name: string, visible: 0 | 1 | 2 = 0, isProtected = false) {
    this.name = name;
    this.visible = visible;
    this.isProtected = isProtected;
  }

  cell(row: number, column: number): FakeCell {
    const address = lettersOf(column) + row;
    let cell = this.cells.get(address);
    if (!cell) this.cells.set(address, cell = { value: null });
    return cell;
  }

  isLocked(row: number, column: number): boolean {
    return this.cells.get(lettersOf(column) + row)?.locked ?? this.locked;
  }

  put(address: string, cell: FakeCell): this {
    this.cells.set(address, cell);
    return this;
  }

  /** As a person would: what is at or below goes one down. */
  insertRow(at: number): void {
    const moved = [...this.cells].map(([address, cell]) => {
      const area = areaOf(address);
      return [lettersOf(area.left) + (area.top >= at ? area.top + 1 : area.top), cell] as const;
    });
    this.cells.clear();
    for (const [address, cell] of moved) this.cells.set(address, cell);
  }
}

export class FakeBook {
  name = '预算.xlsx';
  path: string | null = '/home/user/预算.xlsx';
  saved = true;
  readOnly = false;
  sheets: FakeSheet[];
  active: FakeSheet;
  selected = 'A1';
  names: Record<string, string> = { EB_identity: 'EB2|hebei|1|101' };
  properties: Record<string, string> = { 'eb.pack': 'hebei', other: 'x' };
  /** Told of every change: what the file lacks. */
  readonly edits: { sheet: string; address: string; value: FakeCell['value'] }[] = [];
  readonly changed = new Set<(sheet: FakeSheet, address: string) => void>();
  readonly moved = new Set<() => void>();

  constructor(sheets: FakeSheet[]) {
    this.sheets = sheets;
    this.active = sheets[0]!;
  }

  sheet(name: string): FakeSheet | undefined {
    return this.sheets.find(sheet => sheet.name.toLowerCase() === name.toLowerCase());
  }

  set(sheet: FakeSheet, address: string, value: FakeCell['value']): void {
    const area = areaOf(address);
    const cell = sheet.cell(area.top, area.left);
    cell.value = value === '' ? null : value;
    delete cell.error;
    delete cell.text;
    this.saved = false;
    this.edits.push({ sheet: sheet.name, address, value: cell.value });
    for (const tell of this.changed) tell(sheet, address);
  }

  select(sheet: FakeSheet, address: string): void {
    this.active = sheet;
    this.selected = address;
    for (const tell of this.moved) tell();
  }
}

/** What the contract is tried on: a form, a protected sheet, a hidden one. */
export const sampleBook = (): FakeBook => {
  const form = new FakeSheet('T3 支出总表', 0, true);
  form.put('A1', { value: '部门支出总表' }).put('B5', { value: '2010101', locked: false }).put('C5', { value: '行政运行', locked: true })
    .put('D5', { value: 12.5, locked: false, text: '12.50' }).put('D6', { value: 30, locked: false, text: '30.00' })
    .put('D7', { value: 42.5, formula: '=SUM(D5:D6)', locked: true, text: '42.50' })
    .put('E5', { value: null, error: '#DIV/0!', formula: '=1/0', locked: true }).put('F5', { value: true, locked: false })
    .put('G5', { value: null, locked: false });
  const free = new FakeSheet('情况说明文字');
  free.put('A1', { value: '职责', locked: false });
  const hidden = new FakeSheet('填报选项', 1, false).put('A1', { value: 'x' });
  const very = new FakeSheet('_excelbudget', 2, false).put('C1', { value: null, locked: false });
  return new FakeBook([form, free, hidden, very]);
};
