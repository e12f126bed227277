// What is the preview's own: a sheet for answers that the worker puts into the workbook.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Api } from '../src/api/client';
import { HostError } from '../src/host/host';
import { PreviewHost } from '../src/host/preview';
import { FakeSheet, sampleBook } from './fakes/book';
import { checkedOf } from './fakes/preview-api';

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
