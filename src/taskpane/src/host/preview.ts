// A workbook in the browser: read from its real file by the worker, and drawn as a grid. What is typed goes to the worker, which types it
// into the file and computes it anew.
import type { Api } from '../api/client';
import type { BookCell, BookSheet, Checked, EntryBody, Style } from '../api/types';
import { addressOf, areaOf, cellOf, lettersOf, readable } from './address';
import { gathered } from './events';
import { HostError, type Book, type Cap, type Cell, type Entry, type Host, type Off, type Outcome, type Ref, type Sheet, type Source,
  type Value } from './host';
import { systemIsDark } from './theme';
import { refusal, refused } from './writing';

/** Answers that come with the cells, so that a workbook is not sent twice. */
export interface OpenedBook { name: string; data: ArrayBuffer; checked: Checked }

interface DrawnSheet extends Sheet { look: BookSheet; cells: Map<string, BookCell> }

export class PreviewHost implements Host {
  readonly kind = 'preview';
  private readonly api: Api;
  private opened: { name: string; data: ArrayBuffer } | null = null;
  private drawn: DrawnSheet[] = [];
  private styles: Style[] = [];
  private selected: Ref | null = null;
  private dirty = false;
  private readonly selections = new Set<(ref: Ref) => void>();
  private readonly changes = new Set<(ref: Ref) => void>();
  private readonly workbooks = new Set<() => void>();
  private redraw: () => void = () => undefined;

  constructor(api: Api) {
    this.api = api;
  }

  /** Shows a workbook. */
  open(book: OpenedBook): void {
    if (!book.checked.look?.book) throw new HostError('no-workbook');
    this.opened = { name: book.name, data: book.data };
    this.dirty = false;
    this.draw(book.checked);
    const first = this.drawn.find(sheet => sheet.visible === 0);
    this.selected = first ? { sheet: first.name, address: 'A1' } : null;
    for (const tell of this.workbooks) tell();
    if (this.selected) this.select(this.selected);
  }

  info(): { version: string; engine: string; caps: Cap[] } {
    return { version: '1', engine: 'browser', caps: ['live-bytes', 'save', 'selection', 'change', 'workbook', 'edit'] };
  }

  async workbook(): Promise<Book | null> {
    return this.opened && { name: this.opened.name, path: null, dirty: this.dirty, readOnly: false };
  }

  async identity(): Promise<Record<string, string>> {
    return {};
  }

  async sheets(): Promise<Sheet[]> {
    return this.book().map(({ name, visible, isProtected }) => ({ name, visible, isProtected }));
  }

  async source(): Promise<Source> {
    this.book();
    return { kind: 'bytes', data: this.opened!.data };
  }

  async fileBytes(): Promise<ArrayBuffer> {
    this.book();
    return this.opened!.data;
  }

  async read(ref: Ref): Promise<Cell[][]> {
    const area = readable(ref.address);
    const sheet = this.sheet(ref.sheet);
    return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
      Array.from({ length: area.right - area.left + 1 }, (__, column) => this.cell(sheet, area.top + row, area.left + column)));
  }

  async selection(): Promise<Ref | null> {
    return this.selected;
  }

  async goTo(ref: Ref): Promise<void> {
    areaOf(ref.address);
    if (this.sheet(ref.sheet).visible !== 0) throw new HostError('hidden-sheet', ref.sheet);
    this.select(ref);
  }

  async write(entries: Entry[]): Promise<Outcome[]> {
    for (const entry of entries) cellOf(entry.ref.address);
    const cells = entries.map(entry => {
      const at = areaOf(entry.ref.address);
      return this.cell(this.sheet(entry.ref.sheet), at.top, at.left);
    });
    const stopped = refused(entries, entries.map((entry, index) => refusal(entry, cells[index]!)));
    if (stopped) return stopped;
    await this.enter(entries.map(entry => bodyOf(entry.ref, entry.value)));
    return entries.map(entry => ({ ref: entry.ref, ok: true }));
  }

  /** What somebody types into the grid, as text: a number where it reads as one. */
  async type(ref: Ref, text: string): Promise<void> {
    const at = cellOf(ref.address);
    const cell = this.cell(this.sheet(ref.sheet), at.top, at.left);
    const plain = text.trim();
    const number = /^-?\d{1,3}(,\d{3})+(\.\d+)?$|^-?\d+(\.\d+)?$/.test(plain) && !/^-?0\d/.test(plain)
      ? Number(plain.replace(/,/g, '')) : null;
    // a code typed where a text stood stays a text
    const value: Value = number !== null && typeof cell.value !== 'string' && plain.length <= 15 ? number : text;
    const [outcome] = await this.write([{ ref, value, expect: cell.value }]);
    if (!outcome?.ok) throw outcome?.error ?? new HostError('host');
    this.tellChange(ref);
  }

  /** Puts the sheet for answers into the workbook, as a return has it. */
  async annotate(): Promise<Checked> {
    const opened = this.book() && this.opened!;
    const checked = await this.api.annotated(opened.name, opened.data);
    if (this.opened !== opened) throw new HostError('changed');
    opened.data = bytesOf(checked.content ?? '');
    this.dirty = true;
    this.draw(checked);
    return checked;
  }

  async save(): Promise<void> {
    this.book();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.opened!.data]));
    link.download = this.opened!.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    this.dirty = false;
  }

  onSelection(tell: (ref: Ref) => void): Off {
    return gatheredBy(this.selections, tell);
  }

  onChange(tell: (ref: Ref) => void): Off {
    return gatheredBy(this.changes, tell);
  }

  onWorkbook(tell: () => void): Off {
    return gatheredBy<unknown>(this.workbooks as Set<(event: unknown) => void>, tell);
  }

  theme(): { dark: boolean } {
    return { dark: systemIsDark() };
  }

  async closePane(): Promise<void> {
    throw new HostError('unsupported');
  }

  openExternal(url: string): void {
    window.open(url, '_blank', 'noopener');
  }

  // for the grid

  /** Called at once whenever the cells are others, whoever wrote them. */
  onDrawn(redraw: () => void): void {
    this.redraw = redraw;
  }

  /** The sheets that are shown. */
  shown(): readonly BookSheet[] {
    return this.drawn.filter(sheet => sheet.visible === 0).map(sheet => sheet.look);
  }

  styleOf(number: number): Style | undefined {
    return this.styles[number];
  }

  select(ref: Ref): void {
    this.selected = ref;
    for (const tell of this.selections) tell(ref);
  }

  private book(): DrawnSheet[] {
    if (!this.opened) throw new HostError('no-workbook');
    return this.drawn;
  }

  private sheet(name: string): DrawnSheet {
    const found = this.book().find(sheet => sheet.name === name);
    if (!found) throw new HostError('no-sheet', name);
    return found;
  }

  private cell(sheet: DrawnSheet, row: number, column: number): Cell {
    const found = sheet.cells.get(lettersOf(column) + row);
    const style = found?.style ?? sheet.look.columns?.find(each => each.first <= column && column <= each.last)?.style ?? 0;
    const value = !found || found.error ? null
      : found.number !== undefined ? Number(found.number) : found.boolean ?? (found.text === '' ? null : found.text);
    return {
      value,
      text: found?.text ?? '',
      formula: found?.formula === undefined ? null : '=' + found.formula,
      locked: sheet.isProtected && (this.styles[style]?.locked ?? true),
    };
  }

  private async enter(entries: EntryBody[]): Promise<void> {
    const opened = this.opened!;
    const checked = await this.api.enter(opened.name, base64(opened.data), entries);
    // another workbook was opened meanwhile
    if (this.opened !== opened) throw new HostError('changed');
    opened.data = bytesOf(checked.content ?? '');
    this.dirty = true;
    this.draw(checked);
  }

  private draw(checked: Checked): void {
    const book = checked.look!.book!;
    this.styles = book.styles;
    this.drawn = book.sheets.map(look => ({
      name: look.name, visible: look.visible, isProtected: look.protected, look,
      cells: new Map((look.cells ?? []).map(cell => [cell.at, cell])),
    }));
    this.redraw();
  }

  private tellChange(ref: Ref): void {
    for (const tell of this.changes) tell(ref);
  }
}

const gatheredBy = <T>(list: Set<(event: T) => void>, tell: (event: T) => void): Off => {
  const events = gathered<T>(tell);
  list.add(events.take);
  return () => {
    events.stop();
    list.delete(events.take);
  };
};

const bodyOf = (ref: Ref, value: Value): EntryBody => {
  const body: EntryBody = { sheet: ref.sheet, cell: addressOf(cellOf(ref.address)) };
  if (typeof value === 'number') body.number = value;
  else body.text = value === null ? '' : String(value);
  return body;
};

const base64 = (data: ArrayBuffer): string => {
  const bytes = new Uint8Array(data);
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};

const bytesOf = (text: string): ArrayBuffer => {
  const plain = atob(text);
  const bytes = new Uint8Array(plain.length);
  for (let at = 0; at < plain.length; at++) bytes[at] = plain.charCodeAt(at);
  return bytes.buffer;
};
