// WPS Spreadsheets, through its add-in interface. Nothing but this file names its objects. Its calls are synchronous.
import { areaOf, cellOf, isInside, plainAddress, readable } from './address';
import { gathered } from './events';
import { HostError, type Book, type Cap, type Cell, type Entry, type Host, type Off, type Outcome, type Ref, type Sheet, type Source,
  type Value } from './host';
import { systemIsDark } from './theme';
import { isSame, refusal, refused } from './writing';
import type { WpsApplication, WpsBook, WpsRange, WpsSheet } from './wps-types';

/** Item of PluginStorage that holds the number of the pane; the shell writes it. */
const paneItem = 'ExcelBudget.et.pane';

/** An error in a cell comes as a number from here on: #NULL! is -2146826288. */
const [firstError, lastError] = [-2146826288, -2146826240];

const isError = (value: unknown): boolean => typeof value === 'number' && value >= firstError && value <= lastError;

const valueOf = (value: unknown): Value => {
  if (value === undefined || value === null || value === '' || isError(value)) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
};

// what a call throws is a text of WPS' own, in whatever language
const tried = <T>(work: () => T): T => {
  try {
    return work();
  } catch (fault) {
    throw fault instanceof HostError ? fault : new HostError('host', fault);
  }
};

export class WpsHost implements Host {
  readonly kind = 'wps';
  private readonly application: WpsApplication;
  private writing = false;

  constructor(application: WpsApplication) {
    this.application = application;
  }

  info(): { version: string; engine: string; caps: Cap[] } {
    const caps: Cap[] = ['path', 'save', 'selection', 'change', 'workbook', 'edit'];
    if (this.paneNumber() !== null) caps.push('close');
    return { version: String(tried(() => this.application.Version)), engine: navigatorName(), caps };
  }

  async workbook(): Promise<Book | null> {
    return tried(() => {
      const book = this.application.ActiveWorkbook;
      if (!book) return null;
      return { name: book.Name, path: this.pathOf(book), dirty: !book.Saved, readOnly: book.ReadOnly };
    });
  }

  async identity(): Promise<Record<string, string>> {
    return tried(() => {
      const [found, book] = [{} as Record<string, string>, this.book()];
      const names = book.Names;
      for (let at = 1, count = names.Count; at <= count; at++) {
        const name = names.Item(at);
        if (name.Name === 'EB_identity') found[name.Name] = String(name.RefersTo).replace(/^="?|"$/g, '');
      }

      const properties = book.CustomDocumentProperties;
      for (let at = 1, count = properties.Count; at <= count; at++) {
        const property = properties.Item(at);
        if (/^eb\./i.test(property.Name)) found[property.Name] = String(property.Value);
      }

      return found;
    });
  }

  async sheets(): Promise<Sheet[]> {
    return tried(() => {
      const sheets = this.book().Worksheets;
      const found: Sheet[] = [];
      for (let at = 1, count = sheets.Count; at <= count; at++) {
        const sheet = sheets.Item(at);
        found.push({ name: sheet.Name, visible: visibleOf(sheet), isProtected: sheet.ProtectContents });
      }

      return found;
    });
  }

  async source(): Promise<Source> {
    return tried(() => {
      const book = this.book();
      const path = this.pathOf(book);
      if (path === null) throw new HostError('not-saved');
      return { kind: 'path' as const, path, stale: !book.Saved };
    });
  }

  async fileBytes(path: string): Promise<ArrayBuffer> {
    const files = this.application.FileSystem;
    if (!files || typeof files.ReadFileAsArrayBuffer !== 'function') throw new HostError('no-bytes');
    try {
      const found = files.ReadFileAsArrayBuffer(path);
      // it is made outside of the page: its class is not the page's own
      if (Object.prototype.toString.call(found) === '[object ArrayBuffer]' && (found as ArrayBuffer).byteLength > 0)
        return found as ArrayBuffer;
    } catch (fault) {
      throw new HostError('no-bytes', fault);
    }

    throw new HostError('no-bytes');
  }

  async read(ref: Ref): Promise<Cell[][]> {
    const area = readable(ref.address);
    return tried(() => {
      const sheet = this.sheet(ref.sheet);
      const range = sheet.Range(ref.address);
      const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
      const isOne = rows === 1 && columns === 1;
      const values = range.Value2 as unknown;
      const formulas = range.Formula as unknown;
      // true or false for all cells alike, anything else for a mixture
      const locked = sheet.ProtectContents ? range.Locked : false;
      return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => {
        const value = isOne ? values : at(values, row, column);
        const formula = isOne ? formulas : at(formulas, row, column);
        const own = (): WpsRange => isOne ? range : range.Item(row + 1, column + 1);
        return {
          value: valueOf(value),
          text: isError(value) || typeof value === 'number' ? String(own().Text)
            : value === null || value === undefined ? '' : String(value),
          formula: typeof formula === 'string' && formula.startsWith('=') ? formula : null,
          locked: typeof locked === 'boolean' ? locked : own().Locked === true,
        };
      }));
    });
  }

  async selection(): Promise<Ref | null> {
    return tried(() => {
      if (!this.application.ActiveWorkbook) return null;
      const range = this.application.Selection;
      // a picture may be selected
      if (!range || typeof range.Address !== 'function') return null;
      return { sheet: range.Worksheet.Name, address: plainAddress(range.Address(false, false)) };
    });
  }

  async goTo(ref: Ref): Promise<void> {
    const area = areaOf(ref.address);
    tried(() => {
      const sheet = this.sheet(ref.sheet);
      if (visibleOf(sheet) !== 0) throw new HostError('hidden-sheet', ref.sheet);
      sheet.Activate();
      sheet.Range(ref.address).Select();
    });
    const now = await this.selection();
    if (!now || now.sheet !== ref.sheet || !isInside(area, areaOf(now.address))) throw new HostError('host', now);
  }

  async write(entries: Entry[]): Promise<Outcome[]> {
    for (const entry of entries) cellOf(entry.ref.address);
    return tried(() => {
      if (this.book().ReadOnly) throw new HostError('read-only');
      const ranges = entries.map(entry => this.sheet(entry.ref.sheet).Range(entry.ref.address));
      const stopped = refused(entries, entries.map((entry, index) => refusal(entry, one(ranges[index]!))));
      if (stopped) return stopped;
      this.writing = true;
      this.application.ScreenUpdating = false;
      try {
        return entries.map((entry, index) => {
          const range = ranges[index]!;
          try {
            range.Value2 = entry.value ?? '';
          } catch (fault) {
            return { ref: entry.ref, ok: false, error: new HostError('host', fault) };
          }

          const now = valueOf(range.Value2);
          return isSame(now, entry.value) ? { ref: entry.ref, ok: true }
            : { ref: entry.ref, ok: false, error: new HostError('host', now) };
        });
      } finally {
        this.application.ScreenUpdating = true;
        setTimeout(() => {
          this.writing = false;
        }, 0);
      }
    });
  }

  async save(): Promise<void> {
    tried(() => {
      const book = this.book();
      if (book.ReadOnly) throw new HostError('read-only');
      if (this.pathOf(book) === null) throw new HostError('not-saved');
      book.Save();
      if (!book.Saved) throw new HostError('host', 'not saved');
    });
  }

  onSelection(tell: (ref: Ref) => void): Off {
    const events = gathered<null>(() => {
      this.selection().then(ref => ref && tell(ref), () => undefined);
    });
    return this.listen('SheetSelectionChange', () => events.take(null), events.stop);
  }

  onChange(tell: (ref: Ref) => void): Off {
    const events = gathered<Ref>(tell);
    return this.listen('SheetChange', (sheet, range) => {
      if (this.writing) return;
      const [on, at] = [sheet as WpsSheet, range as WpsRange];
      events.take({ sheet: on.Name, address: plainAddress(at.Address(false, false)) });
    }, events.stop);
  }

  onWorkbook(tell: () => void): Off {
    const events = gathered<null>(() => tell());
    return this.listen('WorkbookActivate', () => events.take(null), events.stop);
  }

  theme(): { dark: boolean } {
    return { dark: systemIsDark() };
  }

  async closePane(): Promise<void> {
    tried(() => {
      const number = this.paneNumber();
      const pane = number === null ? null : this.application.GetTaskPane(number);
      if (!pane) throw new HostError('unsupported');
      pane.Visible = false;
    });
  }

  openExternal(url: string): void {
    if (this.application.OAAssist) this.application.OAAssist.ShellExecute(url);
    else window.open(url, '_blank', 'noopener');
  }

  /** What the ribbon asks for while the pane is open: a word and a number that grows; null when nothing is asked. */
  asked(): string | null {
    const text = this.kept('ExcelBudget.et.go');
    return typeof text === 'string' && text.length > 0 ? text : null;
  }

  private paneNumber(): number | null {
    const number = Number(this.kept(paneItem) ?? NaN);
    return Number.isInteger(number) && number > 0 ? number : null;
  }

  // without it the pane has no close button and hears nothing of the ribbon, and works
  private kept(name: string): unknown {
    try {
      return this.application.PluginStorage.getItem(name);
    } catch {
      return null;
    }
  }

  private book(): WpsBook {
    const book = this.application.ActiveWorkbook;
    if (!book) throw new HostError('no-workbook');
    return book;
  }

  // of a workbook that was never saved the full name is only a name
  private pathOf(book: WpsBook): string | null {
    if (!book.Path) return null;
    const files = this.application.FileSystem;
    return files && !files.Exists(book.FullName) ? null : book.FullName;
  }

  private sheet(name: string): WpsSheet {
    const sheets = this.book().Worksheets;
    for (let at = 1, count = sheets.Count; at <= count; at++) {
      const sheet = sheets.Item(at);
      if (sheet.Name === name) return sheet;
    }

    throw new HostError('no-sheet', name);
  }

  private listen(name: string, take: (...parts: unknown[]) => void, stop: () => void): Off {
    tried(() => this.application.ApiEvent.AddApiEventListener(name, take));
    return () => {
      stop();
      tried(() => this.application.ApiEvent.RemoveApiEventListener(name, take));
    };
  }
}

const one = (range: WpsRange): Cell => {
  const formula = range.Formula;
  return {
    value: valueOf(range.Value2),
    text: String(range.Text),
    formula: typeof formula === 'string' && formula.startsWith('=') ? formula : null,
    locked: range.Worksheet.ProtectContents && range.Locked === true,
  };
};

const at = (grid: unknown, row: number, column: number): unknown => (grid as unknown[][])[row]?.[column] ?? null;

const visibleOf = (sheet: WpsSheet): 0 | 1 | 2 => sheet.Visible === 2 ? 2 : sheet.Visible === 0 ? 1 : 0;

const navigatorName = (): string => typeof navigator === 'undefined' ? '' : /WpsOfficeApp\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? '';

