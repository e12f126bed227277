// One contract for the three programs: whatever the pane does through a host holds in each of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostError, type Host, type HostCode } from '../src/host/host';
import { ExcelHost } from '../src/host/excel';
import { PreviewHost } from '../src/host/preview';
import { WpsHost } from '../src/host/wps';
import { sampleBook, type FakeBook } from './fakes/book';
import { fakeExcel } from './fakes/excel';
import { checkedOf, previewApi } from './fakes/preview-api';
import { fakeWps } from './fakes/wps';

interface Tried {
  host: Host;
  book: FakeBook;
  /** As a person in the program. */
  type: (sheet: string, address: string, value: string) => void;
}

const typing = (book: FakeBook): Tried['type'] => (sheet, address, value) => book.set(book.sheet(sheet)!, address, value);

const programs: Record<string, () => Tried> = {
  excel: () => {
    const book = sampleBook();
    Object.assign(globalThis, fakeExcelGlobals(book));
    return { host: new ExcelHost(), book, type: typing(book) };
  },
  wps: () => {
    const book = sampleBook();
    return { host: new WpsHost(fakeWps(book).application), book, type: typing(book) };
  },
  preview: () => {
    const book = sampleBook();
    const host = new PreviewHost(previewApi(book));
    host.open({ name: book.name, data: new Uint8Array([0x50, 0x4b]).buffer, checked: checkedOf(book) });
    return { host, book, type: (sheet, address, value) => void host.type({ sheet, address }, value) };
  },
};

const fakeExcelGlobals = (book: FakeBook): object => {
  const { Excel, Office } = fakeExcel(book);
  return { Excel, Office };
};

const form = 'T3 支出总表';
const code = async (work: () => Promise<unknown>): Promise<HostCode | null> => {
  try {
    await work();
    return null;
  } catch (fault) {
    assert.ok(fault instanceof HostError, String(fault));
    return fault.code;
  }
};
const later = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

for (const name of Object.keys(programs)) {
  const make = programs[name]!;
  const each = (title: string, work: (tried: Tried) => Promise<void>): void => {
    test(`${name}: ${title}`, () => work(make()));
  };

  each('Sheets_OfAWorkbook_AreNamedWithWhatHidesAndProtectsThem', async ({ host }) => {
    assert.deepEqual((await host.sheets()).map(sheet => [sheet.name, sheet.visible, sheet.isProtected]), [
      [form, 0, true], ['情况说明文字', 0, false], ['填报选项', 1, false], ['_excelbudget', 2, false]]);
    assert.equal((await host.workbook())?.name, '预算.xlsx');
    assert.equal(host.kind, name);
  });

  each('Cell_ThatIsRead_KeepsNumberTextErrorAndLock', async ({ host }) => {
    const [row] = await host.read({ sheet: form, address: 'B5:G5' });
    assert.deepEqual(row!.map(cell => cell.value), ['2010101', '行政运行', 12.5, null, true, null]);
    assert.deepEqual(row!.map(cell => cell.locked), [false, true, false, true, false, false]);
    assert.equal(row![2]!.text, '12.50');
    assert.equal(row![3]!.text, '#DIV/0!');
    assert.equal((await host.read({ sheet: form, address: 'D7' }))[0]![0]!.formula, '=SUM(D5:D6)');
    assert.deepEqual(await host.read({ sheet: form, address: 'Z99' }), [[{ value: null, text: '', formula: null, locked: true }]]);
    assert.equal((await host.read({ sheet: '情况说明文字', address: 'Z99' }))[0]![0]!.locked, false);
  });

  each('Read_OfWhatIsNotThere_IsRefused', async ({ host }) => {
    assert.equal(await code(() => host.read({ sheet: '没有', address: 'A1' })), 'no-sheet');
    assert.equal(await code(() => host.read({ sheet: form.toLowerCase(), address: 'A1' })), 'no-sheet');
    assert.equal(await code(() => host.read({ sheet: form, address: '1A' })), 'bad-ref');
    assert.equal(await code(() => host.read({ sheet: form, address: 'A1:Z9999' })), 'too-large');
    assert.equal(await code(() => host.goTo({ sheet: form, address: 'ABCD1' })), 'bad-ref');
  });

  each('GoTo_AcrossSheets_SelectsThere', async ({ host }) => {
    await host.goTo({ sheet: '情况说明文字', address: 'A1' });
    assert.deepEqual(await host.selection(), { sheet: '情况说明文字', address: 'A1' });
    await host.goTo({ sheet: form, address: 'D5:D6' });
    assert.deepEqual(await host.selection(), { sheet: form, address: 'D5:D6' });
    assert.equal(await code(() => host.goTo({ sheet: '填报选项', address: 'A1' })), 'hidden-sheet');
    assert.equal(await code(() => host.goTo({ sheet: '没有', address: 'A1' })), 'no-sheet');
    assert.deepEqual(await host.selection(), { sheet: form, address: 'D5:D6' });
  });

  each('Write_WhatIsExpected_IsWrittenAndReadBack', async ({ host, book }) => {
    const outcomes = await host.write([
      { ref: { sheet: form, address: 'D5' }, value: 13, expect: 12.5 }, { ref: { sheet: form, address: 'G5' }, value: '说明', expect: null },
      { ref: { sheet: form, address: 'B5' }, value: '2010102', expect: '2010101' }]);
    assert.deepEqual(outcomes.map(outcome => outcome.ok), [true, true, true]);
    assert.equal(book.sheets[0]!.cells.get('D5')!.value, 13);
    assert.equal((await host.read({ sheet: form, address: 'G5' }))[0]![0]!.value, '说明');
    assert.deepEqual(await host.write([{ ref: { sheet: form, address: 'G5' }, value: null, expect: '说明' }]),
      [{ ref: { sheet: form, address: 'G5' }, ok: true }]);
    assert.equal((await host.read({ sheet: form, address: 'G5' }))[0]![0]!.value, null);
  });

  each('Write_WithOneEntryRefused_WritesNothing', async ({ host, book }) => {
    const cases: [string, string | number, string | number | null, HostCode][] = [
      ['C5', 'x', '行政运行', 'locked-cell'], ['D7', 1, 42.5, 'locked-cell'], ['D6', 31, 29, 'changed'], ['D6', '=1+1', 30, 'formula']];
    for (const [address, value, expect, expected] of cases) {
      const outcomes = await host.write([
        { ref: { sheet: form, address: 'D5' }, value: 99, expect: 12.5 }, { ref: { sheet: form, address }, value, expect }]);
      assert.deepEqual(outcomes.map(outcome => [outcome.ok, outcome.error?.code]), [[false, undefined], [false, expected]]);
    }

    assert.equal(await code(() => host.write([
      { ref: { sheet: form, address: 'D5' }, value: 99, expect: 12.5 }, { ref: { sheet: '没有', address: 'A1' }, value: 1, expect: null }])),
      'no-sheet');
    assert.equal(await code(() => host.write([{ ref: { sheet: form, address: 'D5:D6' }, value: 1, expect: null }])), 'bad-ref');
    assert.deepEqual(book.edits, []);
  });

  each('Sheet_DeletedWhileThePaneIsOpen_IsTold', async ({ host, book }) => {
    if (name === 'preview') return;
    book.sheets = book.sheets.filter(sheet => sheet.name !== '情况说明文字');
    assert.equal(await code(() => host.goTo({ sheet: '情况说明文字', address: 'A1' })), 'no-sheet');
    assert.equal(await code(() => host.write([{ ref: { sheet: '情况说明文字', address: 'A1' }, value: 'x', expect: '职责' }])), 'no-sheet');
    assert.deepEqual(book.edits, []);
  });

  each('Change_ByAPerson_IsToldOnceAndOwnWritesAreNot', async ({ host, type }) => {
    const told: string[] = [];
    const off = host.onChange(ref => told.push(ref.sheet + '!' + ref.address));
    await later(5);
    await host.write([{ ref: { sheet: form, address: 'D5' }, value: 14, expect: 12.5 }]);
    await later(200);
    assert.deepEqual(told, []);
    type(form, 'D6', '31');
    type(form, 'D6', '32');
    await later(220);
    assert.deepEqual(told, [form + '!D6']);
    off();
    await later(5);
    type(form, 'D6', '33');
    await later(200);
    assert.deepEqual(told, [form + '!D6']);
  });

  each('Selection_Moved_IsTold', async ({ host }) => {
    const told: string[] = [];
    const off = host.onSelection(ref => told.push(ref.sheet + '!' + ref.address));
    await later(5);
    await host.goTo({ sheet: form, address: 'D5' });
    await host.goTo({ sheet: form, address: 'D6' });
    await later(200);
    assert.deepEqual(told, [form + '!D6']);
    off();
  });

  each('Save_Writes_WhatIsOpen', async ({ host, book }) => {
    if (name === 'preview') return;
    book.saved = false;
    assert.equal((await host.workbook())!.dirty, true);
    await host.save();
    assert.equal((await host.workbook())!.dirty, false);
  });

  each('Source_OfAWorkbook_IsItsBytesOrItsPath', async ({ host }) => {
    const source = await host.source();
    if (name === 'wps') assert.deepEqual(source, { kind: 'path', path: '/home/user/预算.xlsx', stale: false });
    else assert.equal(source.kind === 'bytes' && new Uint8Array(source.data)[0], 0x50);
  });

  each('File_ForAWorkerOnAnotherMachine_IsItsBytes_OrASentence', async ({ host }) => {
    if (name === 'excel') assert.equal(await code(() => host.fileBytes('/home/user/预算.xlsx')), 'no-bytes');
    else assert.equal(new Uint8Array(await host.fileBytes('/home/user/预算.xlsx'))[0], 0x50);
  });

  each('Pane_ClosesItself_OrSaysThatItCannot', async ({ host }) => {
    const canClose = host.info().caps.includes('close');
    assert.equal(canClose, name !== 'preview');
    assert.equal(await code(() => host.closePane()), canClose ? null : 'unsupported');
  });

  each('Identity_OfAWorkbook_IsOursAlone', async ({ host }) => {
    const identity = await host.identity();
    if (name !== 'preview') assert.deepEqual(identity, { EB_identity: 'EB2|hebei|1|101', 'eb.pack': 'hebei' });
  });

  each('ReadOnlyWorkbook_IsNotWritten', async ({ host, book }) => {
    if (name === 'preview') return;
    book.readOnly = true;
    assert.equal(await code(() => host.write([{ ref: { sheet: form, address: 'D5' }, value: 1, expect: 12.5 }])), 'read-only');
    assert.deepEqual(book.edits, []);
  });
}
