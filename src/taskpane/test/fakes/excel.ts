// A strict Excel: nothing is known before it was loaded and synced, changes wait for a sync, members have requirement sets, and any member
// outside the published types throws.
import { addressOf, areaOf, lettersOf, type Area } from '../../src/host/address';
import type { FakeBook, FakeSheet } from './book';
import { strict } from './strict';


class Fault extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

class Context {
  readonly queue: (() => void)[] = [];
  private readonly excel: FakeExcel;

  constructor(excel: FakeExcel) {
    this.excel = excel;
  }

  async sync(): Promise<void> {
    const work = this.queue.splice(0);
    await Promise.resolve();
    this.excel.syncs++;
    if (this.excel.editing) throw new Fault('InvalidOperationInCellEditMode');
    const fault = this.excel.faults.shift();
    if (fault) throw new Fault(fault);
    for (const each of work) each();
  }
}

/** An object of Excel: values by name, each with the requirement set it came with, and links to other objects. */
interface Shape {
  values: Record<string, { set?: string; read: () => unknown }>;
  links?: Record<string, { set?: string; make: () => object }>;
  calls?: Record<string, { set?: string; call: (...parts: never[]) => unknown }>;
  /** Writes that wait for a sync. */
  puts?: Record<string, (value: unknown) => void>;
  isNull?: () => boolean;
}

export interface FakeExcel {
  Excel: unknown;
  Office: unknown;
  book: FakeBook;
  /** ExcelApi this Excel has, such as 1.7. */
  version: string;
  editing: boolean;
  /** Codes the next syncs fail with. */
  faults: string[];
  syncs: number;
  /** The file in slices; what Excel gives out. */
  file: FakeFile;
  closed: number;
  handlers(): number;
  isPaneOpen: boolean;
  /** Makes the file of what stands in memory; without it the file is as it was set. */
  provide?: () => Promise<Uint8Array>;
}

export interface FakeFile { data: Uint8Array; slice: number; refuses?: number; failsAt?: number; shortAt?: number; extra?: number }

const isAtLeast = (has: string, wants: string): boolean => {
  const [one, other] = [has.split('.').map(Number), wants.split('.').map(Number)];
  return one[0]! > other[0]! || (one[0] === other[0] && one[1]! >= other[1]!);
};

export const fakeExcel = (book: FakeBook, version = '1.17'): FakeExcel => {
  const handlers: { kind: string; take: (event: unknown) => Promise<void> }[] = [];
  const tellAll = (kind: string, event: unknown): void => {
    for (const each of handlers.filter(handler => handler.kind === kind)) void each.take(event);
  };

  const known = (set: string | undefined): void => {
    if (set && !isAtLeast(excel.version, set)) throw new Fault('ApiNotFound');
  };

  const make = (context: Context, name: string, shape: Shape): object => {
    const loaded = new Map<string, unknown>();
    const links = new Map<string, object>();
    let isSynced = false;
    const link = (key: string): object => {
      const found = shape.links![key]!;
      if (found.set) context.queue.push(() => known(found.set));
      if (!links.has(key)) links.set(key, found.make());
      return links.get(key)!;
    };
    const load = (names: string): object => {
      const wanted = names.split(',').map(each => each.trim());
      for (const each of wanted) {
        const [first, ...rest] = each.split('/');
        if (first === 'items') {
          context.queue.push(() => {
            const list = (shape.calls!['items']!.call as () => object[])();
            loaded.set('items', loaded.get('items') ?? list);
            for (const one of loaded.get('items') as { load(names: string): void }[]) one.load(rest.join('/'));
          }, () => undefined);
          // what the items are asked for is read in the same sync
          context.queue.push(() => flush(context));
        } else if (rest.length > 0) (link(first!) as { load(names: string): void }).load(rest.join('/'));
        else {
          const value = shape.values[first!];
          if (!value) throw new Error(`${name}.${each} is no published member`);
          context.queue.push(() => {
            known(value.set);
            if (!shape.isNull?.()) loaded.set(first!, value.read());
          });
        }
      }

      context.queue.push(() => {
        isSynced = true;
      });
      return proxy;
    };
    const proxy: object = new Proxy({}, {
      get(_, key): unknown {
        if (typeof key === 'symbol' || key === 'then') return undefined;
        if (key === 'load') return load;
        if (key === 'isNullObject') {
          if (!isSynced) throw new Fault('PropertyNotLoaded');
          return shape.isNull?.() ?? false;
        }

        if (key === 'items' || shape.values[key]) {
          if (!loaded.has(key)) throw new Fault('PropertyNotLoaded');
          return loaded.get(key);
        }

        if (shape.links?.[key]) return link(key);
        const call = shape.calls?.[key];
        if (!call) throw new Error(`${name}.${key} is no published member`);
        return (...parts: never[]) => {
          if (call.set) context.queue.push(() => known(call.set));
          return call.call(...parts);
        };
      },
      set(_, key, value): boolean {
        const put = shape.puts?.[String(key)];
        if (!put) throw new Error(`${name}.${String(key)} cannot be assigned`);
        context.queue.push(() => put(value));
        return true;
      },
    });
    return proxy;
  };

  // loads of items join the sync that is under way
  const flush = (context: Context): void => {
    const more = context.queue.splice(0);
    for (const each of more) each();
  };

  const protectionOf = (context: Context, sheet: () => FakeSheet | undefined): object => make(context, 'WorksheetProtection', {
    values: { protected: { set: '1.2', read: () => sheet()?.isProtected ?? false } },
  });

  const rangeOf = (context: Context, sheet: () => FakeSheet, at: () => Area): object => {
    const grid = (read: (row: number, column: number) => unknown) => (): unknown => {
      const area = at();
      return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
        Array.from({ length: area.right - area.left + 1 }, (__, column) => read(area.top + row, area.left + column)));
    };
    const cell = (row: number, column: number) => sheet().cells.get(lettersOf(column) + row);
    return make(context, 'Range', {
      values: {
        address: { read: () => `'${sheet().name}'!${addressOf(at())}` },
        values: { read: grid((row, column) => cell(row, column)?.error ?? cell(row, column)?.value ?? '') },
        text: { read: grid((row, column) => {
          const one = cell(row, column);
          return one?.error ?? one?.text ?? (one?.value == null ? '' : String(one.value));
        }) },
        formulas: { read: grid((row, column) => cell(row, column)?.formula ?? cell(row, column)?.value ?? '') },
        valueTypes: { read: grid((row, column) => {
          const one = cell(row, column);
          return one?.error ? 'Error' : one?.value == null ? 'Empty' : typeof one.value === 'number' ? 'Double'
            : typeof one.value === 'boolean' ? 'Boolean' : 'String';
        }) },
      },
      links: {
        worksheet: { make: () => sheetOf(context, sheet) },
        format: { make: () => make(context, 'RangeFormat', {
          values: {},
          links: { protection: { set: '1.2', make: () => make(context, 'FormatProtection', {
            values: { locked: { read: () => {
              const all = ([] as boolean[]).concat(...grid((row, column) => sheet().isLocked(row, column))() as boolean[][]);
              return all.every(each => each === all[0]) ? all[0] : null;
            } } },
          }) } },
        }) },
      },
      calls: {
        getCell: { call: (row: number, column: number) => rangeOf(context, sheet, () => {
          const area = at();
          return { top: area.top + row, left: area.left + column, bottom: area.top + row, right: area.left + column };
        }) },
        getCellProperties: { set: '1.9', call: (wanted: { format?: { protection?: boolean } }) => {
          if (wanted.format?.protection !== true) throw new Error('only locks are asked for here');
          const result = { get value(): unknown {
            throw new Fault('ValueNotLoaded');
          } };
          context.queue.push(() => Object.defineProperty(result, 'value', {
            value: grid((row, column) => ({ format: { protection: { locked: sheet().isLocked(row, column) } } }))(),
          }));
          return result;
        } },
        select: { call: () => context.queue.push(() => {
          if (book.active !== sheet()) return;
          book.select(sheet(), addressOf(at()));
          tellAll('selection', {});
        }) },
      },
      puts: {
        values: value => {
          const rows = value as unknown[][];
          const area = at();
          const isFit = rows.length === area.bottom - area.top + 1 && rows[0]!.length === area.right - area.left + 1;
          if (!isFit) throw new Fault('InvalidArgument');
          rows.forEach((line, row) => line.forEach((one, column) => {
            if (sheet().isProtected && sheet().isLocked(area.top + row, area.left + column)) throw new Fault('AccessDenied');
            // as Excel does: digits become a number
            const typed = typeof one === 'string' && /^\d{1,15}$/.test(one) ? Number(one) : one as string;
            book.set(sheet(), lettersOf(area.left + column) + (area.top + row), typed);
          }));
        },
      },
    });
  };

  const sheetOf = (context: Context, sheet: () => FakeSheet | undefined): object => make(context, 'Worksheet', {
    isNull: () => sheet() === undefined,
    values: {
      name: { read: () => sheet()!.name },
      visibility: { read: () => (['Visible', 'Hidden', 'VeryHidden'] as const)[sheet()!.visible] },
      id: { read: () => '{' + sheet()!.name + '}' },
    },
    links: {
      protection: { set: '1.2', make: () => protectionOf(context, sheet) },
      onChanged: { set: '1.7', make: () => eventOf(context, 'change') },
    },
    calls: {
      activate: { call: () => context.queue.push(() => {
        if (!sheet()) throw new Fault('ItemNotFound');
        if (sheet()!.visible === 0) book.active = sheet()!;
      }) },
      getRange: { call: (address: string) => {
        const area = ((): Area | null => {
          try {
            return areaOf(address);
          } catch {
            return null;
          }
        })();
        context.queue.push(() => {
          if (!area) throw new Fault('InvalidArgument');
          if (!sheet()) throw new Fault('ItemNotFound');
        });
        return rangeOf(context, () => sheet()!, () => area!);
      } },
    },
  });

  const eventOf = (context: Context, kind: string): object => strict('EventHandlers', {
    add: (take: (event: unknown) => Promise<void>) => {
      const own = { kind, take };
      context.queue.push(() => handlers.push(own));
      return {
        context, remove: () => context.queue.push(() => {
          handlers.splice(handlers.indexOf(own), 1);
        }),
      };
    },
  });

  const workbookOf = (context: Context): object => make(context, 'Workbook', {
    values: {
      name: { set: '1.7', read: () => book.name },
      readOnly: { set: '1.8', read: () => book.readOnly },
      isDirty: { set: '1.9', read: () => !book.saved },
    },
    links: {
      worksheets: { make: () => make(context, 'WorksheetCollection', {
        values: {},
        links: { onChanged: { set: '1.9', make: () => eventOf(context, 'change') } },
        calls: {
          items: { call: () => book.sheets.map(sheet => sheetOf(context, () => sheet)) },
          getItemOrNullObject: { set: '1.4', call: (name: string) => sheetOf(context, () =>
            book.sheet(/^\{(.+)\}$/.exec(name)?.[1] ?? name)) },
          getActiveWorksheet: { call: () => sheetOf(context, () => book.active) },
        },
      }) },
      names: { make: () => make(context, 'NamedItemCollection', {
        values: {},
        calls: { getItemOrNullObject: { set: '1.4', call: (name: string) => make(context, 'NamedItem', {
          isNull: () => !(name in book.names), values: { formula: { set: '1.7', read: () => `="${book.names[name]}"` } },
        }) } },
      }) },
      properties: { set: '1.7', make: () => make(context, 'DocumentProperties', {
        values: {},
        links: { custom: { make: () => make(context, 'CustomPropertyCollection', {
          values: {},
          calls: { items: { call: () => Object.entries(book.properties).map(([key, value]) => make(context, 'CustomProperty', {
            values: { key: { read: () => key }, value: { read: () => value } },
          })) } },
        }) } },
      }) },
      onSelectionChanged: { set: '1.2', make: () => eventOf(context, 'selection') },
      onActivated: { set: '1.13', make: () => eventOf(context, 'activated') },
    },
    calls: {
      getSelectedRange: { call: () => rangeOf(context, () => book.active, () => areaOf(book.selected)) },
      save: { set: '1.11', call: () => context.queue.push(() => {
        book.saved = true;
      }) },
    },
  });

  const run = async (one: unknown, other?: unknown): Promise<unknown> => {
    const [context, work] = typeof one === 'function' ? [new Context(excel), one] : [one as Context, other as () => unknown];
    const whole = Object.assign(context, { workbook: workbookOf(context) });
    const result = await (work as (context: object) => Promise<unknown>)(whole);
    if (whole.queue.length > 0) await whole.sync();
    return result;
  };

  const getFileAsync = (type: string, options: { sliceSize: number }, done: (result: unknown) => void): void => {
    if (!excel.provide) return giveFile(type, options, done);
    void excel.provide().then(data => {
      excel.file = { data, slice: options.sliceSize };
      giveFile(type, options, done);
    });
  };

  const giveFile = (type: string, options: { sliceSize: number }, done: (result: unknown) => void): void => {
    if (type !== 'compressed' || options.sliceSize > 4194304) return done({ status: 'failed', error: { code: 5001 } });
    const { file } = excel;
    if (file.refuses || excel.open > 1) return done({ status: 'failed', error: { code: file.refuses ?? 5001 } });
    excel.open++;
    const count = Math.ceil(file.data.length / file.slice);
    done({ status: 'succeeded', value: strict('File', {
      size: file.data.length,
      sliceCount: count,
      getSliceAsync: (index: number, told: (result: unknown) => void) => setTimeout(() => {
        if (file.failsAt === index) return told({ status: 'failed', error: { code: 5001 } });
        const part = file.data.slice(index * file.slice, (index + 1) * file.slice - (file.shortAt === index ? 1 : 0));
        told({ status: 'succeeded', value: { data: Array.from(part), index, size: part.length } });
      }, 0),
      closeAsync: (told: (result: unknown) => void) => {
        excel.open--;
        excel.closed++;
        told({ status: 'succeeded' });
      },
    }) });
  };

  const excel: FakeExcel & { open: number } = {
    book, version, editing: false, faults: [], syncs: 0, closed: 0, open: 0, isPaneOpen: true,
    file: { data: new Uint8Array([0x50, 0x4b, 3, 4, 5, 6, 7, 8]), slice: 3 },
    handlers: () => handlers.length,
    Excel: strict('Excel', { run }),
    Office: strict('Office', {
      context: strict('Context', {
        requirements: strict('Requirements', { isSetSupported: (set: string, wants: string) => set === 'ExcelApi'
          ? isAtLeast(excel.version, wants) : set === 'OpenBrowserWindowApi' }),
        document: strict('Document', {
          get url(): string {
            return book.path ?? '';
          },
          getFileAsync,
        }),
        diagnostics: { version: '16.0', platform: 'PC', host: 'Excel' },
        officeTheme: undefined as { bodyBackgroundColor: string } | undefined,
        ui: strict('UI', {
          closeContainer: () => {
            excel.isPaneOpen = false;
          },
          openBrowserWindow: () => undefined,
        }),
      }),
      onReady: (told?: (info: unknown) => void) => {
        const info = { host: 'Excel', platform: 'PC' };
        told?.(info);
        return Promise.resolve(info);
      },
    }),
  };
  book.changed.add((sheet, address) => tellAll('change', { worksheetId: '{' + sheet.name + '}', address }));
  return excel;
};

