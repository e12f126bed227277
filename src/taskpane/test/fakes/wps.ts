// A strict WPS Spreadsheets: answers at once, counts from 1, gives errors as numbers, selects on the active sheet only, and throws on any
// member outside the published types.
import { addressOf, areaOf, lettersOf } from '../../src/host/address';
import type { WpsApplication, WpsBook, WpsRange, WpsSheet } from '../../src/host/wps-types';
import type { FakeBook, FakeSheet } from './book';
import { strict } from './strict';

const errors: Record<string, number> = {
  '#NULL!': -2146826288, '#DIV/0!': -2146826281, '#VALUE!': -2146826273, '#REF!': -2146826265, '#NAME?': -2146826259, '#NUM!': -2146826252,
  '#N/A': -2146826246,
};

export interface FakeWps {
  application: WpsApplication;
  /** Null for no workbook at all. */
  book: FakeBook | null;
  pane: { visible: boolean };
  storage: Map<string, string>;
  /** Listeners that are there. */
  listeners(): number;
  onSave?: () => void;
}

export const fakeWps = (first: FakeBook | null, options: { fileSystem?: boolean; readsBytes?: boolean } = {}): FakeWps => {
  const listeners: { name: string; tell: (...parts: unknown[]) => void }[] = [];
  const tellAll = (name: string, ...parts: unknown[]): void => {
    for (const each of listeners.filter(listener => listener.name === name)) each.tell(...parts);
  };

  const range = (book: FakeBook, sheet: FakeSheet, address: string): WpsRange => {
    const area = areaOf(address);
    const isOne = area.top === area.bottom && area.left === area.right;
    const grid = <T>(read: (row: number, column: number) => T): T | T[][] => isOne ? read(area.top, area.left)
      : Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
        Array.from({ length: area.right - area.left + 1 }, (__, column) => read(area.top + row, area.left + column)));
    const uniform = (read: (row: number, column: number) => boolean): boolean | null => {
      const all = ([] as boolean[]).concat(...[grid(read)].flat() as never[]);
      return all.every(each => each === all[0]) ? all[0]! : null;
    };
    return strict<WpsRange>('Range', {
      get Value2(): unknown {
        return grid((row, column) => {
          const cell = sheet.cells.get(lettersOf(column) + row);
          return cell?.error ? errors[cell.error] : cell?.value ?? null;
        });
      },
      set Value2(value: unknown) {
        if (Array.isArray(value) || !isOne) throw new Error('only one cell is written at a time here');
        if (book.readOnly) throw new Error('read only');
        if (sheet.isProtected && sheet.isLocked(area.top, area.left)) throw new Error('您试图更改的单元格或图表受保护');
        book.set(sheet, address, value as string);
      },
      get Text(): unknown {
        if (!isOne) return null;
        const cell = sheet.cells.get(address);
        return cell?.error ?? cell?.text ?? (cell?.value == null ? '' : String(cell.value));
      },
      get Formula(): unknown {
        return grid((row, column) => {
          const cell = sheet.cells.get(lettersOf(column) + row);
          return cell?.formula ?? (cell?.value == null ? '' : String(cell.value));
        });
      },
      get HasFormula(): unknown {
        return uniform((row, column) => sheet.cells.get(lettersOf(column) + row)?.formula !== undefined);
      },
      get Locked(): unknown {
        return uniform((row, column) => sheet.isLocked(row, column));
      },
      Row: area.top,
      Column: area.left,
      Rows: { Count: area.bottom - area.top + 1 },
      Columns: { Count: area.right - area.left + 1 },
      get Worksheet(): WpsSheet {
        return worksheet(book, sheet);
      },
      Item: (row: number, column: number): WpsRange => {
        if (row < 1 || column < 1) throw new Error('counts from 1');
        return range(book, sheet, lettersOf(area.left + column - 1) + (area.top + row - 1));
      },
      Address: (rowAbsolute = true, columnAbsolute = true): string => {
        const plain = addressOf(area);
        return rowAbsolute || columnAbsolute ? plain.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2') : plain;
      },
      Select: (): boolean => {
        if (book.active !== sheet) throw new Error('类 Range 的 Select 方法无效');
        book.select(sheet, addressOf(area));
        tellAll('SheetSelectionChange', worksheet(book, sheet), range(book, sheet, address));
        return true;
      },
    });
  };

  const worksheet = (book: FakeBook, sheet: FakeSheet): WpsSheet => strict<WpsSheet>('Worksheet', {
    get Name(): string {
      return sheet.name;
    },
    get Visible(): number {
      return sheet.visible === 0 ? -1 : sheet.visible === 1 ? 0 : 2;
    },
    get ProtectContents(): boolean {
      return sheet.isProtected;
    },
    Range: (address: string): WpsRange => {
      if (!book.sheets.includes(sheet)) throw new Error('对象已删除');
      return range(book, sheet, address);
    },
    Activate: (): boolean => {
      if (sheet.visible !== 0) throw new Error('类 Worksheet 的 Activate 方法无效');
      book.active = sheet;
      return true;
    },
  });

  const workbook = (book: FakeBook): WpsBook => strict<WpsBook>('Workbook', {
    get Name(): string {
      return book.name;
    },
    get FullName(): string {
      return book.path ?? book.name;
    },
    get Path(): string {
      return book.path ? book.path.replace(/[\\/][^\\/]*$/, '') : '';
    },
    get Saved(): boolean {
      return book.saved;
    },
    get ReadOnly(): boolean {
      return book.readOnly;
    },
    get Worksheets(): WpsBook['Worksheets'] {
      return strict('Worksheets', { Count: book.sheets.length, Item: (which: number | string) => item(book, which) });
    },
    get Names(): WpsBook['Names'] {
      const names = Object.entries(book.names);
      return strict('Names', { Count: names.length, Item: (which: number) => {
        const [Name, text] = names[which - 1]!;
        return strict('Name', { Name, RefersTo: `="${text}"` });
      } });
    },
    get CustomDocumentProperties(): WpsBook['CustomDocumentProperties'] {
      const properties = Object.entries(book.properties);
      return strict('DocumentProperties', { Count: properties.length, Item: (which: number) => {
        const [Name, Value] = properties[which - 1]!;
        return strict('DocumentProperty', { Name, Value });
      } });
    },
    Save: (): boolean => {
      fake.onSave?.();
      book.saved = true;
      return true;
    },
  });

  const item = (book: FakeBook, which: number | string): WpsSheet => {
    const sheet = typeof which === 'string' ? book.sheet(which) : book.sheets[which - 1];
    if (!sheet) throw new Error('下标越界');
    return worksheet(book, sheet);
  };

  const members = {
    get ActiveWorkbook(): WpsBook | null {
      return fake.book && workbook(fake.book);
    },
    get Selection(): WpsRange | null {
      return fake.book && range(fake.book, fake.book.active, fake.book.selected);
    },
    Version: '12.1.0.16250',
    ScreenUpdating: true,
    ApiEvent: strict('ApiEvent', {
      AddApiEventListener: (name: string, tell: (...parts: unknown[]) => void): void => {
        listeners.push({ name, tell });
      },
      RemoveApiEventListener: (name: string, tell: (...parts: unknown[]) => void): void => {
        const at = listeners.findIndex(each => each.name === name && each.tell === tell);
        if (at < 0) throw new Error('没有这个监听');
        listeners.splice(at, 1);
      },
    }),
    PluginStorage: strict('PluginStorage', {
      getItem: (name: string): unknown => fake.storage.get(name) ?? null,
      setItem: (name: string, value: string): void => {
        fake.storage.set(name, value);
      },
    }),
    OAAssist: strict('OAAssist', { ShellExecute: () => true }),
    GetTaskPane: (id: number): { Visible: boolean } | null => id !== 1 ? null : strict('TaskPane', {
      get Visible(): boolean {
        return fake.pane.visible;
      },
      set Visible(visible: boolean) {
        fake.pane.visible = visible;
      },
    }),
  };
  // older programs have no files to ask for
  const files = options.fileSystem === false ? undefined
    : strict('FileSystem', {
      Exists: (path: string) => fake.book?.path === path,
      ReadFileAsArrayBuffer: options.readsBytes === false ? undefined : (path: string): ArrayBuffer => {
        if (fake.book?.path !== path) throw new Error('找不到文件');
        return new Uint8Array([0x50, 0x4b, 3, 4]).buffer;
      },
    });
  const application = strict<WpsApplication>('Application', Object.defineProperties({}, {
    ...Object.getOwnPropertyDescriptors(members), FileSystem: { value: files, enumerable: true },
  }) as WpsApplication);
  const fake: FakeWps = {
    application, book: first, pane: { visible: true }, storage: new Map([['ExcelBudget.et.pane', '1']]), listeners: () => listeners.length,
  };
  first?.changed.add((sheet, address) => tellAll('SheetChange', worksheet(first, sheet), range(first, sheet, address)));
  return fake;
};
