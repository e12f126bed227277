// The fakes in a browser: a real workbook as the worker draws it, in a program that is none. The file of what stands in memory is made by
// the worker, which types the same into the real file.
import type { BookLook, Checked } from '../../src/api/types';
import { FakeBook, FakeSheet, type FakeCell } from '../fakes/book';
import { fakeExcel } from '../fakes/excel';
import { fakeWps } from '../fakes/wps';

interface Begin { program: 'excel' | 'wps'; name: string; path: string; look: BookLook; content: string }

const bookOf = (begin: Begin): FakeBook => {
  const book = new FakeBook(begin.look.sheets.map(look => {
    const sheet = new FakeSheet(look.name, look.visible, look.protected);
    for (const drawn of look.cells) {
      const cell: FakeCell = { value: null, text: drawn.text, locked: begin.look.styles[drawn.style]?.locked ?? true };
      cell.value = drawn.number !== undefined ? Number(drawn.number) : drawn.boolean ?? (drawn.text === '' ? null : drawn.text);
      if (drawn.error) Object.assign(cell, { value: null, error: drawn.text });
      if (drawn.formula !== undefined) cell.formula = '=' + drawn.formula;
      sheet.put(drawn.at, cell);
    }

    if (look.visible === 2) Object.assign(sheet, { isProtected: false, locked: false });
    return sheet;
  }));
  book.name = begin.name;
  book.path = begin.path;
  book.active = book.sheets.find(sheet => sheet.visible === 0)!;
  return book;
};

const asked = (method: string, url: string, body: string): Promise<string> => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open(method, url);
  request.setRequestHeader('Content-Type', 'application/json');
  request.onload = () => request.status === 200 ? resolve(request.responseText) : reject(new Error(request.responseText));
  request.onerror = () => reject(new Error('no worker'));
  request.send(body);
});

/** The real file with all that was typed. */
const fileOf = async (begin: Begin, book: FakeBook): Promise<string> => {
  if (book.edits.length === 0) return begin.content;
  const entries = book.edits.map(edit => ({
    sheet: edit.sheet, cell: edit.address,
    ...(typeof edit.value === 'number' ? { number: edit.value } : { text: String(edit.value ?? '') }),
  }));
  const body = JSON.stringify({ name: begin.name, content: begin.content, entries });
  const answer = JSON.parse(await asked('POST', '/api/pane/enter', body)) as Checked;
  return answer.content!;
};

const start = (begin: Begin): void => {
  const book = bookOf(begin);
  const known: Record<string, unknown> = { book };
  if (begin.program === 'excel') {
    const excel = fakeExcel(book);
    excel.provide = async () => Uint8Array.from(atob(await fileOf(begin, book)), letter => letter.charCodeAt(0));
    Object.assign(window, { Office: excel.Office, Excel: excel.Excel });
    known['program'] = excel;
  } else {
    const wps = fakeWps(book);
    // the disk is slower than the program: who asks for the file waits until somebody outside has written it
    let written = Promise.resolve();
    wps.onSave = () => {
      written = new Promise(resolve => {
        known['written'] = resolve;
      });
      void fileOf(begin, book).then(content => {
        known['file'] = content;
      });
    };
    const { open, send } = XMLHttpRequest.prototype;
    XMLHttpRequest.prototype.open = function (this: XMLHttpRequest & { isPath?: boolean }, method: string, url: string | URL): void {
      this.isPath = String(url).endsWith('-path');
      open.call(this, method, url, true);
    };
    XMLHttpRequest.prototype.send = function (this: XMLHttpRequest & { isPath?: boolean }, body): void {
      if (this.isPath) void written.then(() => send.call(this, body));
      else send.call(this, body);
    };
    Object.assign(window, { Application: wps.application });
    known['program'] = wps;
  }

  known['type'] = (sheet: string, address: string, value: string | number) => book.set(book.sheet(sheet)!, address, value);
  Object.assign(window, { fake: known });
};

Object.assign(window, { startFake: start });
