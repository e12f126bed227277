// What is WPS' own: files on the disk, a pane that closes itself, members older programs lack.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostError, type HostCode } from '../src/host/host';
import { WpsHost } from '../src/host/wps';
import { sampleBook } from './fakes/book';
import { fakeWps } from './fakes/wps';

const code = async (work: () => Promise<unknown>): Promise<HostCode | null> => {
  try {
    await work();
    return null;
  } catch (fault) {
    assert.ok(fault instanceof HostError, String(fault));
    return fault.code;
  }
};

test('Workbook_WithEdits_IsStaleUntilItIsSaved', async () => {
  const fake = fakeWps(sampleBook());
  const host = new WpsHost(fake.application);
  fake.book!.saved = false;
  assert.deepEqual(await host.source(), { kind: 'path', path: '/home/user/预算.xlsx', stale: true });
  await host.save();
  assert.deepEqual(await host.source(), { kind: 'path', path: '/home/user/预算.xlsx', stale: false });
});

test('Workbook_NeverSaved_HasNoFile', async () => {
  for (const fileSystem of [true, false]) {
    const fake = fakeWps(sampleBook(), { fileSystem });
    const host = new WpsHost(fake.application);
    assert.equal((await host.source()).kind, 'path');
    fake.book!.path = null;
    assert.equal(await code(() => host.source()), 'not-saved');
    assert.equal(await code(() => host.save()), 'not-saved');
  }
});

test('File_ThatTheProgramCannotRead_IsTold', async () => {
  const host = new WpsHost(fakeWps(sampleBook()).application);
  assert.equal(await code(() => host.fileBytes('/home/user/别的.xlsx')), 'no-bytes');
  for (const options of [{ fileSystem: false }, { readsBytes: false }])
    assert.equal(await code(() => new WpsHost(fakeWps(sampleBook(), options).application).fileBytes('/home/user/预算.xlsx')), 'no-bytes');
});

test('NoWorkbook_IsTold', async () => {
  const host = new WpsHost(fakeWps(null).application);
  assert.equal(await host.workbook(), null);
  assert.equal(await host.selection(), null);
  assert.equal(await code(() => host.sheets()), 'no-workbook');
  assert.equal(await code(() => host.write([{ ref: { sheet: 'a', address: 'A1' }, value: 1, expect: null }])), 'no-workbook');
});

test('Pane_WithItsNumber_ClosesItself', async () => {
  const fake = fakeWps(sampleBook());
  const host = new WpsHost(fake.application);
  await host.closePane();
  assert.equal(fake.pane.visible, false);
  fake.storage.delete('ExcelBudget.et.pane');
  assert.deepEqual(host.info().caps.includes('close'), false);
  assert.equal(await code(() => host.closePane()), 'unsupported');
});

test('Ribbon_AsksByAWordAndANumber', () => {
  const fake = fakeWps(sampleBook());
  const host = new WpsHost(fake.application);
  assert.equal(host.asked(), null);
  fake.storage.set('ExcelBudget.et.go', 'check 7');
  assert.equal(host.asked(), 'check 7');
});

test('Program_WithoutStorage_Works', async () => {
  const fake = fakeWps(sampleBook());
  Object.defineProperty(fake.application, 'PluginStorage', { get: () => {
    throw new Error('没有');
  } });
  const host = new WpsHost(fake.application);
  assert.equal(host.asked(), null);
  assert.ok(!host.info().caps.includes('close'));
  assert.equal((await host.workbook())!.name, '预算.xlsx');
});

test('Listeners_AreGone_WhenNobodyListens', () => {
  const fake = fakeWps(sampleBook());
  const host = new WpsHost(fake.application);
  const offs = [host.onChange(() => undefined), host.onSelection(() => undefined), host.onWorkbook(() => undefined)];
  assert.equal(fake.listeners(), 3);
  for (const off of offs) off();
  assert.equal(fake.listeners(), 0);
});

test('Screen_IsUpdatedAgain_WhateverAWriteDoes', async () => {
  const fake = fakeWps(sampleBook());
  const host = new WpsHost(fake.application);
  // the sheet is protected by somebody between the look and the write
  const form = fake.book!.sheets[0]!;
  form.put('H5', { value: null, locked: false });
  fake.book!.set = () => {
    throw new Error('您试图更改的单元格或图表受保护');
  };
  const [outcome] = await host.write([{ ref: { sheet: form.name, address: 'H5' }, value: 1, expect: null }]);
  assert.equal(outcome!.error!.code, 'host');
  assert.doesNotMatch(outcome!.error!.message, /图表/);
  assert.equal(fake.application.ScreenUpdating, true);
});

test('Fake_OfWps_RefusesWhatTheRealOneRefuses', () => {
  const fake = fakeWps(sampleBook());
  const sheets = fake.application.ActiveWorkbook!.Worksheets;
  assert.throws(() => sheets.Item(0), /下标越界/);
  assert.throws(() => sheets.Item(2).Range('A1').Select(), /Select/);
  assert.throws(() => (sheets.Item(1) as unknown as { Cells: unknown }).Cells, /no published member/);
  assert.throws(() => {
    sheets.Item(1).Range('C5').Value2 = 1;
  }, /受保护/);
  assert.throws(() => {
    (sheets.Item(1).Range('D5') as { Text: unknown }).Text = 1;
  }, /cannot be assigned/);
});
