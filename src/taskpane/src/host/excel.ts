// Excel, through office.js. Nothing but this file names Office or Excel.
import { areaOf, cellOf, isInside, plainAddress, readable } from './address';
import { gathered } from './events';
import {
  HostError, type Book, type Cap, type Cell, type Entry, type Host, type HostCode, type Off, type Outcome, type Ref, type Sheet,
  type Source, type Value,
} from './host';
import { isDark, systemIsDark } from './theme';
import { isSame, refusal, refused } from './writing';

/** How long after a write its event may come, in milliseconds. */
const late = 2000;

/** The largest slice Excel gives out. */
const sliceSize = 4194304;

const codes: Record<string, HostCode> = {
  InvalidOperationInCellEditMode: 'editing',
  AccessDenied: 'protected',
  ItemNotFound: 'no-sheet',
  InvalidArgument: 'bad-ref',
  InvalidReference: 'bad-ref',
  ApiNotFound: 'unsupported',
  UnsupportedOperation: 'unsupported',
  NotImplemented: 'unsupported',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  RequestPayloadSizeLimitExceeded: 'too-large',
  RangeExceedsLimit: 'too-large',
};

const errorOf = (fault: unknown): HostError => {
  if (fault instanceof HostError) return fault;
  const code = String((fault as { code?: unknown } | null)?.code ?? '');
  return new HostError(codes[code] ?? 'host', fault);
};

const run = async <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  try {
    return await Excel.run(work);
  } catch (fault) {
    throw errorOf(fault);
  }
};

const has = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);

/** A sheet by its exact name: Excel itself does not tell capitals from small letters. */
const sheetOf = async (context: Excel.RequestContext, name: string): Promise<Excel.Worksheet> => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name,visibility');
  sheet.protection.load('protected');
  await context.sync();
  if (sheet.isNullObject || sheet.name !== name) throw new HostError('no-sheet', name);
  return sheet;
};

const lockedOf = async (
  context: Excel.RequestContext, sheet: Excel.Worksheet, ranges: { range: Excel.Range; rows: number; columns: number }[],
): Promise<boolean[][][]> => {
  if (!sheet.protection.protected) return ranges.map(each => grid(each.rows, each.columns, () => false));
  if (has('1.9')) {
    const known = ranges.map(each => each.range.getCellProperties({ format: { protection: true } }));
    await context.sync();
    return ranges.map((each, at) => grid(each.rows, each.columns, (row, column) =>
      known[at]!.value[row]![column]!.format?.protection?.locked ?? true));
  }

  for (const each of ranges) each.range.format.protection.load('locked');
  await context.sync();
  const mixed = ranges.map(each => (each.range.format.protection.locked as boolean | null) !== null ? null
    : grid(each.rows, each.columns, (row, column) => {
      const own = each.range.getCell(row, column).format.protection;
      own.load('locked');
      return own;
    }));
  if (mixed.some(each => each !== null)) await context.sync();
  return ranges.map((each, at) => {
    const own = mixed[at];
    return grid(each.rows, each.columns, (row, column) => own ? own[row]![column]!.locked : each.range.format.protection.locked);
  });
};

const grid = <T>(rows: number, columns: number, make: (row: number, column: number) => T): T[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => make(row, column)));

const cellFrom = (value: unknown, text: string, formula: unknown, type: string, locked: boolean): Cell => ({
  value: type === 'Error' || type === 'Empty' || value === '' ? null : value as Value,
  text,
  formula: typeof formula === 'string' && formula.startsWith('=') ? formula : null,
  locked,
});

const nameOf = (id: string): Promise<string | null> => run(async context => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load('name');
  await context.sync();
  return sheet.isNullObject ? null : sheet.name;
});

export class ExcelHost implements Host {
  readonly kind = 'excel';
  /** When cells that were written here may be told as changed no more: their events come late. */
  private readonly own = new Map<string, number>();

  info(): { version: string; engine: string; caps: Cap[] } {
    const caps: Cap[] = ['live-bytes', 'path', 'selection', 'theme', 'edit'];
    if (has('1.7')) caps.push('change');
    if (has('1.11')) caps.push('save');
    if (has('1.13')) caps.push('workbook');
    if (typeof Office.context.ui?.closeContainer === 'function') caps.push('close');
    const diagnostics = Office.context.diagnostics;
    return { version: diagnostics.version, engine: String(diagnostics.platform), caps };
  }

  async workbook(): Promise<Book | null> {
    const path = Office.context.document.url || null;
    return run(async context => {
      const book = context.workbook;
      if (!has('1.7')) return { name: path ? path.replace(/^.*[\\/]/, '') : '工作簿.xlsx', path, dirty: null, readOnly: null };
      book.load(has('1.9') ? 'name,readOnly,isDirty' : has('1.8') ? 'name,readOnly' : 'name');
      await context.sync();
      return {
        name: book.name, path: path && /^https?:/i.test(path) ? null : path,
        dirty: has('1.9') ? book.isDirty : null, readOnly: has('1.8') ? book.readOnly : null,
      };
    });
  }

  async identity(): Promise<Record<string, string>> {
    if (!has('1.7')) throw new HostError('unsupported');
    return run(async context => {
      const found: Record<string, string> = {};
      const name = context.workbook.names.getItemOrNullObject('EB_identity');
      name.load('formula');
      const properties = context.workbook.properties.custom;
      properties.load('items/key,items/value');
      await context.sync();
      if (!name.isNullObject) found['EB_identity'] = String(name.formula).replace(/^="?|"$/g, '');
      for (const property of properties.items) if (/^eb\./i.test(property.key)) found[property.key] = String(property.value);
      return found;
    });
  }

  async sheets(): Promise<Sheet[]> {
    return run(async context => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name,items/visibility');
      await context.sync();
      for (const sheet of sheets.items) sheet.protection.load('protected');
      await context.sync();
      return sheets.items.map(sheet => ({
        name: sheet.name,
        visible: sheet.visibility === 'VeryHidden' ? 2 : sheet.visibility === 'Hidden' ? 1 : 0,
        isProtected: sheet.protection.protected,
      }));
    });
  }

  async source(): Promise<Source> {
    try {
      return { kind: 'bytes', data: await bytes() };
    } catch {
      // old and managed Excel refuse: what was saved is on the disk
      const book = await this.workbook();
      if (!book?.path || !/[\\/]/.test(book.path)) throw new HostError('not-saved');
      return { kind: 'path', path: book.path, stale: book.dirty ?? true };
    }
  }

  // it had refused its bytes before the path was tried
  async fileBytes(): Promise<ArrayBuffer> {
    throw new HostError('no-bytes');
  }

  async read(ref: Ref): Promise<Cell[][]> {
    const area = readable(ref.address);
    const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
    return run(async context => {
      const sheet = await sheetOf(context, ref.sheet);
      const range = sheet.getRange(ref.address);
      range.load('values,text,formulas,valueTypes');
      const locked = (await lockedOf(context, sheet, [{ range, rows, columns }]))[0]!;
      if (!sheet.protection.protected) await context.sync();
      const { values, text, formulas, valueTypes } = range;
      return grid(rows, columns, (row, column) => cellFrom(
        values[row]![column], text[row]![column]!, formulas[row]![column], valueTypes[row]![column]!, locked[row]![column]!));
    });
  }

  async selection(): Promise<Ref | null> {
    return run(async context => {
      const range = context.workbook.getSelectedRange();
      range.load('address,worksheet/name');
      await context.sync();
      return { sheet: range.worksheet.name, address: plainAddress(range.address) };
    });
  }

  async goTo(ref: Ref): Promise<void> {
    const area = areaOf(ref.address);
    await run(async context => {
      const sheet = await sheetOf(context, ref.sheet);
      if (sheet.visibility !== 'Visible') throw new HostError('hidden-sheet', ref.sheet);
      // select alone is dead on a sheet that is not active
      sheet.activate();
      sheet.getRange(ref.address).select();
      await context.sync();
    });
    const now = await this.selection();
    if (!now || now.sheet !== ref.sheet || !isInside(area, areaOf(now.address))) throw new HostError('host', now);
  }

  async write(entries: Entry[]): Promise<Outcome[]> {
    for (const entry of entries) cellOf(entry.ref.address);
    return run(async context => {
      if (has('1.8')) {
        context.workbook.load('readOnly');
        await context.sync();
        if (context.workbook.readOnly) throw new HostError('read-only');
      }

      const names = [...new Set(entries.map(entry => entry.ref.sheet))];
      const sheets = new Map<string, Excel.Worksheet>();
      for (const name of names) sheets.set(name, context.workbook.worksheets.getItemOrNullObject(name));
      for (const sheet of sheets.values()) {
        sheet.load('name,id');
        sheet.protection.load('protected');
      }

      await context.sync();
      for (const [name, sheet] of sheets) if (sheet.isNullObject || sheet.name !== name) throw new HostError('no-sheet', name);
      const ranges = entries.map(entry => sheets.get(entry.ref.sheet)!.getRange(entry.ref.address));
      for (const range of ranges) {
        range.load('values,text,formulas,valueTypes');
        range.format.protection.load('locked');
      }

      await context.sync();
      const cells = ranges.map((range, at) => cellFrom(
        range.values[0]![0], range.text[0]![0]!, range.formulas[0]![0], range.valueTypes[0]![0]!,
        sheets.get(entries[at]!.ref.sheet)!.protection.protected && range.format.protection.locked));
      const stopped = refused(entries, entries.map((entry, at) => refusal(entry, cells[at]!)));
      if (stopped) return stopped;
      entries.forEach((entry, at) => {
        this.own.set(sheets.get(entry.ref.sheet)!.id + '!' + entry.ref.address, Date.now() + late);
        ranges[at]!.values = [[entry.value ?? '']];
      });
      await context.sync();
      for (const range of ranges) range.load('values');
      await context.sync();
      return entries.map((entry, at) => {
        const now = ranges[at]!.values[0]![0] as Value;
        return isSame(now, entry.value) ? { ref: entry.ref, ok: true } : { ref: entry.ref, ok: false, error: new HostError('host', now) };
      });
    });
  }

  async save(): Promise<void> {
    if (!has('1.11')) throw new HostError('unsupported');
    await run(async context => {
      context.workbook.save('Save' as Excel.SaveBehavior);
      await context.sync();
    });
  }

  onSelection(tell: (ref: Ref) => void): Off {
    const events = gathered<null>(() => {
      this.selection().then(ref => ref && tell(ref), () => undefined);
    });
    return this.listen(async context => [context.workbook.onSelectionChanged.add(async () => events.take(null))], events.stop);
  }

  onChange(tell: (ref: Ref) => void): Off {
    if (!has('1.7')) throw new HostError('unsupported');
    // an event knows its sheet by a number of Excel's own
    const events = gathered<{ id: string; address: string }>(event => {
      nameOf(event.id).then(sheet => sheet !== null && tell({ sheet, address: plainAddress(event.address) }), () => undefined);
    });
    const take = async (event: { worksheetId: string; address: string }): Promise<void> => {
      const until = this.own.get(event.worksheetId + '!' + plainAddress(event.address)) ?? 0;
      if (Date.now() > until) events.take({ id: event.worksheetId, address: event.address });
    };
    if (has('1.9')) return this.listen(async context => [context.workbook.worksheets.onChanged.add(take)], events.stop);
    return this.listen(async context => {
      const sheets = context.workbook.worksheets;
      sheets.load('items/name');
      await context.sync();
      return sheets.items.map(sheet => sheet.onChanged.add(take));
    }, events.stop);
  }

  onWorkbook(tell: () => void): Off {
    if (!has('1.13')) throw new HostError('unsupported');
    const events = gathered<null>(() => tell());
    return this.listen(async context => [context.workbook.onActivated.add(async () => events.take(null))], events.stop);
  }

  theme(): { dark: boolean } {
    const theme = Office.context.officeTheme;
    return { dark: theme?.bodyBackgroundColor ? isDark(theme.bodyBackgroundColor) : systemIsDark() };
  }

  async closePane(): Promise<void> {
    if (typeof Office.context.ui?.closeContainer !== 'function') throw new HostError('unsupported');
    Office.context.ui.closeContainer();
  }

  openExternal(url: string): void {
    if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) Office.context.ui.openBrowserWindow(url);
    else window.open(url, '_blank', 'noopener');
  }

  // a handler is removed in the context it was added in
  private listen<T>(
    add: (context: Excel.RequestContext) => Promise<OfficeExtension.EventHandlerResult<T>[]>, stop: () => void,
  ): Off {
    let handlers: OfficeExtension.EventHandlerResult<T>[] = [];
    let isOff = false;
    const remove = (): void => {
      const known = handlers;
      handlers = [];
      if (known.length > 0) Excel.run(known[0]!.context, async context => {
        for (const handler of known) handler.remove();
        await context.sync();
      }).catch(() => undefined);
    };
    run(async context => {
      handlers = await add(context);
      await context.sync();
    }).then(() => isOff && remove(), () => undefined);
    return () => {
      isOff = true;
      stop();
      remove();
    };
  }
}

/** The file as it stands in memory, slice after slice. */
const bytes = async (): Promise<ArrayBuffer> => {
  const compressed = 'compressed' as unknown as Office.FileType;
  const file = await called<Office.File>(done => Office.context.document.getFileAsync(compressed, { sliceSize }, done));
  try {
    const whole = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await called<Office.Slice>(done => file.getSliceAsync(index, done));
      const part = new Uint8Array(slice.data as ArrayLike<number>);
      if (at + part.length > whole.length) throw new HostError('host', 'longer than said');
      whole.set(part, at);
      at += part.length;
    }

    if (at !== file.size || whole[0] !== 0x50 || whole[1] !== 0x4b) throw new HostError('host', 'not whole');
    return whole.buffer;
  } finally {
    // only two files may be in memory at a time
    await called<unknown>(done => file.closeAsync(done)).catch(() => undefined);
  }
};

const called = <T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> => new Promise((resolve, reject) => {
  call(result => {
    if (String(result.status) === 'succeeded') resolve(result.value);
    else reject(new HostError('host', result.error));
  });
});

