// What is the preview's own: a sheet for answers that the worker puts into the workbook.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError, type Api } from '../src/api/client';
import { HostError } from '../src/host/host';
import { PreviewHost } from '../src/host/preview';
import { FakeSheet, sampleBook } from './fakes/book';
import { outcomeOf, stepWords } from '../src/pane/words';
import type { Checked, EntryBody, LookColumn, Receipt, Step } from '../src/api/types';
import { checkedOf, previewApi } from './fakes/preview-api';

test('AddedSheet_StandsInTheBook_AndInTheFileThatIsHandedIn', async () => {
  const book = sampleBook();
  const asked: string[] = [];
  const api = { annotated: async (name: string, data: ArrayBuffer) => {
    asked.push(`${name} ${data.byteLength}`);
    book.sheets.push(new FakeSheet('检查结果', 0, false).put('H7', { value: null, locked: false }));
    return { ...checkedOf(book), content: 'UEsDBA==' };
  } } as unknown as Api;
  const host = new PreviewHost(api);
  await assert.rejects(host.annotate(), (fault: unknown) => fault instanceof HostError && fault.code === 'no-workbook');
  host.open({ name: book.name, data: new Uint8Array([0x50, 0x4b]).buffer, checked: checkedOf(book) });
  assert.ok(!(await host.sheets()).some(sheet => sheet.name === '检查结果'));
  await host.annotate();
  assert.deepEqual(asked, [book.name + ' 2']);
  assert.ok((await host.sheets()).some(sheet => sheet.name === '检查结果' && sheet.visible === 0));
  assert.equal((await host.read({ sheet: '检查结果', address: 'H7' }))[0]![0]!.locked, false);
  const source = await host.source();
  assert.equal(source.kind === 'bytes' && source.data.byteLength, 4);
  assert.equal((await host.workbook())!.dirty, true);
});

const column = (at: string, kind: LookColumn['kind']): LookColumn => ({ at, id: at, title: at, kind, entered: true });

const typing = (answer?: () => Promise<Checked>): { host: PreviewHost; type: (address: string, text: string) => Promise<unknown> } => {
  const book = sampleBook();
  const sheet = new FakeSheet('表', 0, true);
  for (const at of ['A5', 'B5', 'D5']) sheet.put(at, { value: null, locked: false });
  book.sheets.push(sheet);
  const told = (): Checked => {
    const checked = checkedOf(book);
    const area = { form: 'f', title: '表', sheet: '表', firstRow: 5, lastRow: 5, columns: [column('A', 'code'), column('B', 'amount')] };
    checked.look!.areas = [area];
    checked.look!.cells = [{ sheet: '表', cell: 'D5', form: 'g', column: 'd', kind: 'text', entered: true }];
    return checked;
  };
  const known = previewApi(book);
  const api = { enter: answer ?? (async (name: string, data: string, entries: EntryBody[]) => {
    await known.enter(name, data, entries);
    return told();
  }) } as unknown as Api;
  const host = new PreviewHost(api);
  host.open({ name: book.name, data: new Uint8Array([0x50, 0x4b]).buffer, checked: told() });
  return { host, type: async (address, text) => {
    await host.type({ sheet: '表', address }, text);
    return (await host.read({ sheet: '表', address }))[0]![0]!.value;
  } };
};

test('NumberTyped_IntoAnAmount_IsANumber_WhateverStoodThere_AndInACodeOrATextAText', async () => {
  const { type } = typing();
  assert.equal(await type('B5', 'abc'), 'abc');
  assert.equal(await type('B5', '291.314'), 291.314);
  assert.equal(await type('B5', 'abc'), 'abc');
  assert.equal(await type('B5', ''), null);
  assert.equal(await type('B5', '1,291.5'), 1291.5);
  assert.equal(await type('A5', '2010150'), '2010150');
  assert.equal(await type('D5', '12'), '12');
});

test('Typed_IsDirty_UntilItIsHandedIn_AndWhatIsRefusedIsNotTyped', async () => {
  const { host, type } = typing();
  assert.equal(host.isDirty, false);
  await type('B5', '1');
  assert.equal(host.isDirty, true);
  host.settle();
  assert.equal(host.isDirty, false);
  const refused = typing(async () => {
    throw new ApiError('too_long', '一个单元格最多 32767 个字。');
  });
  await assert.rejects(refused.type('B5', 'x'.repeat(40_000)), /32767/);
  assert.equal((await refused.host.read({ sheet: '表', address: 'B5' }))[0]![0]!.value, null);
  assert.equal(refused.host.isDirty, false);
});

test('Receipt_OfAHeldWorkbook_SaysThatItWaitsAndWhy_WhateverWasFound', () => {
  const receipt: Receipt = { path: 'inbox/x', sha256: '0', state: 'done', verdict: 'returned' };
  assert.match(outcomeOf(receipt), /^已退回/);
  const held = outcomeOf({ ...receipt, hold: 'other_step', heldBecause: '所属的环节已经结束' });
  assert.match(held, /^待核：所属的环节已经结束/);
  assert.doesNotMatch(held, /退回|通过/);
});

test('Step_ThatIsDoneOrOver_CountsNoDays', () => {
  const step: Step = { name: '一上', due: '2025-09-20', daysLeft: -12, state: '未报送', department: '101', isDone: false };
  assert.match(stepWords(step), /已逾期 12 天/);
  assert.equal(stepWords({ ...step, isDone: true, state: '已通过' }), '一上：2025-09-20 截止，已通过');
  assert.doesNotMatch(stepWords({ ...step, closed: '“一上”已经结束。' }), /逾期/);
});
