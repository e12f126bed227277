// What is Excel's own: versions, edit mode, codes, slices, themes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExcelHost } from '../src/host/excel';
import { HostError, type HostCode } from '../src/host/host';
import { sampleBook } from './fakes/book';
import { fakeExcel, type FakeExcel } from './fakes/excel';

const form = 'T3 支出总表';

const begin = (version = '1.17'): { host: ExcelHost; excel: FakeExcel } => {
  const excel = fakeExcel(sampleBook(), version);
  Object.assign(globalThis, { Excel: excel.Excel, Office: excel.Office });
  return { host: new ExcelHost(), excel };
};

const code = async (work: () => Promise<unknown>): Promise<HostCode | null> => {
  try {
    await work();
    return null;
  } catch (fault) {
    assert.ok(fault instanceof HostError, String(fault));
    assert.doesNotMatch(fault.message, /[A-Za-z]{4,}/);
    return fault.code;
  }
};

test('EditMode_OfACell_IsToldAndNothingIsWritten', async () => {
  const { host, excel } = begin();
  excel.editing = true;
  assert.equal(await code(() => host.read({ sheet: form, address: 'D5' })), 'editing');
  assert.equal(await code(() => host.goTo({ sheet: form, address: 'D5' })), 'editing');
  assert.equal(await code(() => host.write([{ ref: { sheet: form, address: 'D5' }, value: 1, expect: 12.5 }])), 'editing');
  excel.editing = false;
  assert.deepEqual(excel.book.edits, []);
  assert.equal(await code(() => host.goTo({ sheet: form, address: 'D5' })), null);
});

test('Code_OfExcel_BecomesASentence', async () => {
  const codes: Record<string, HostCode> = {
    AccessDenied: 'protected', ItemNotFound: 'no-sheet', InvalidArgument: 'bad-ref', InvalidReference: 'bad-ref',
    ApiNotFound: 'unsupported', UnsupportedOperation: 'unsupported', ResponsePayloadSizeLimitExceeded: 'too-large',
    RangeExceedsLimit: 'too-large', GeneralException: 'host', MergedRangeConflict: 'host',
  };
  for (const from of Object.keys(codes)) {
    const { host, excel } = begin();
    excel.faults = [from];
    assert.equal(await code(() => host.read({ sheet: form, address: 'D5' })), codes[from]);
  }
});

test('SheetProtected_BetweenLookAndWrite_IsToldAndNothingIsWritten', async () => {
  const { host, excel } = begin();
  excel.faults = [];
  excel.book.sheet('情况说明文字')!.isProtected = true;
  const [outcome] = await host.write([{ ref: { sheet: '情况说明文字', address: 'B9' }, value: 'x', expect: null }]);
  assert.equal(outcome!.error!.code, 'locked-cell');
  assert.deepEqual(excel.book.edits, []);
});

test('OldExcel_LacksSets_AndSaysSo', async () => {
  const { host, excel } = begin('1.7');
  assert.deepEqual(host.info().caps, ['live-bytes', 'path', 'selection', 'theme', 'edit', 'change', 'close']);
  assert.equal(await code(() => host.save()), 'unsupported');
  assert.throws(() => host.onWorkbook(() => undefined), HostError);
  assert.deepEqual(await host.workbook(), { name: '预算.xlsx', path: '/home/user/预算.xlsx', dirty: null, readOnly: null });
  assert.equal((await host.read({ sheet: form, address: 'B5:G5' }))[0]!.length, 6);
  assert.deepEqual((await host.write([{ ref: { sheet: form, address: 'D5' }, value: 13, expect: 12.5 }]))[0]!.ok, true);
  const told: string[] = [];
  host.onChange(ref => told.push(ref.address));
  await new Promise(resolve => setTimeout(resolve, 10));
  excel.book.set(excel.book.sheets[0]!, 'D6', 31);
  await new Promise(resolve => setTimeout(resolve, 200));
  assert.deepEqual(told, ['D6']);
});

test('Handlers_AreGone_WhenNobodyListens', async () => {
  const { host, excel } = begin();
  const offs = [host.onChange(() => undefined), host.onSelection(() => undefined), host.onWorkbook(() => undefined)];
  await new Promise(resolve => setTimeout(resolve, 10));
  assert.equal(excel.handlers(), 3);
  for (const off of offs) off();
  await new Promise(resolve => setTimeout(resolve, 10));
  assert.equal(excel.handlers(), 0);
});

test('Slices_OfAFile_ComeTogetherAndTheFileIsClosed', async () => {
  for (const [length, slice] of [[8, 3], [8, 8], [9, 3], [4, 1]] as const) {
    const { host, excel } = begin();
    excel.file = { data: Uint8Array.from({ length }, (_, at) => [0x50, 0x4b][at] ?? at), slice };
    const source = await host.source();
    assert.deepEqual(source.kind === 'bytes' && [...new Uint8Array(source.data)], [...excel.file.data]);
    assert.equal(excel.closed, 1);
  }
});

test('Slices_ThatFailOrAreShort_LeadToTheSavedFileAndTheFileIsClosed', async () => {
  const wrong = [{ data: new Uint8Array(0) }, { data: new Uint8Array([1, 2, 3]) }];
  for (const trouble of [{ failsAt: 1 }, { shortAt: 1 }, { refuses: 7000 }, ...wrong]) {
    const { host, excel } = begin();
    excel.file = { ...excel.file, ...trouble };
    assert.deepEqual(await host.source(), { kind: 'path', path: '/home/user/预算.xlsx', stale: false });
    assert.equal(excel.closed, 'refuses' in trouble ? 0 : 1);
    excel.book.path = null;
    assert.equal(await code(() => host.source()), 'not-saved');
  }
});

test('TwoFilesAtOnce_AreNoTrouble', async () => {
  const { host, excel } = begin();
  const sources = await Promise.all([host.source(), host.source()]);
  assert.deepEqual(sources.map(source => source.kind), ['bytes', 'bytes']);
  assert.equal(excel.closed, 2);
});

test('PathInTheCloud_IsNoPath', async () => {
  const { host, excel } = begin();
  excel.book.path = 'https://example.invalid/a.xlsx';
  excel.file.refuses = 7000;
  assert.equal((await host.workbook())!.path, null);
  assert.equal(await code(() => host.source()), 'not-saved');
});

test('Theme_OfExcel_IsFollowed', () => {
  const { host } = begin();
  const context = (globalThis as unknown as { Office: { context: { officeTheme: unknown } } }).Office.context;
  context.officeTheme = { bodyBackgroundColor: '#262626' };
  assert.equal(host.theme().dark, true);
  context.officeTheme = { bodyBackgroundColor: '#FFFFFF' };
  assert.equal(host.theme().dark, false);
  context.officeTheme = undefined;
  assert.equal(host.theme().dark, false);
});

test('Fake_OfExcel_RefusesWhatTheRealOneRefuses', async () => {
  const { excel } = begin();
  const run = (excel.Excel as { run: (work: (context: never) => Promise<unknown>) => Promise<unknown> }).run;
  const range = (context: never): never => (context as { workbook: { worksheets: { getItemOrNullObject: (name: string) =>
    { getRange: (address: string) => never } } } }).workbook.worksheets.getItemOrNullObject(form).getRange('D5');
  await assert.rejects(run(async context => (range(context) as { values: unknown }).values), /PropertyNotLoaded/);
  await assert.rejects(run(async context => {
    const one = range(context) as { load: (names: string) => void; values: unknown };
    one.load('values');
    return one.values;
  }), /PropertyNotLoaded/);
  await assert.rejects(run(async context => (range(context) as { clear: () => void }).clear()), /no published member/);
  await assert.rejects(run(async context => (range(context) as { load: (names: string) => void }).load('colour')), /no published member/);
});
