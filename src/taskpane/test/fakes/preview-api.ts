// The worker as the preview sees it: draws a book in memory, and types into it.
import type { Api } from '../../src/api/client';
import type { BookCell, BookLook, Checked, EntryBody } from '../../src/api/types';
import type { FakeBook } from './book';

export const drawn = (book: FakeBook): BookLook => ({
  styles: [true, false].map(locked => ({ locked, bold: false, wrap: false, border: false })),
  sheets: book.sheets.map(sheet => ({
    name: sheet.name, visible: sheet.visible, protected: sheet.isProtected, columns: [], rows: [], merges: [], isCut: false,
    cells: [...sheet.cells].map(([at, cell]): BookCell => ({
      at, text: cell.error ?? cell.text ?? (cell.value == null ? '' : String(cell.value)), style: cell.locked ?? true ? 0 : 1,
      ...(typeof cell.value === 'number' ? { number: String(cell.value) } : {}),
      ...(typeof cell.value === 'boolean' ? { boolean: cell.value } : {}), ...(cell.error ? { error: true } : {}),
      ...(cell.formula ? { formula: cell.formula.slice(1) } : {}),
    })),
  })),
});

export const checkedOf = (book: FakeBook): Checked => ({
  report: { files: [] }, categories: {}, content: 'UEs=', look: { keys: [], areas: [], cells: [], answers: [], book: drawn(book) },
});

export const previewApi = (book: FakeBook): Api => ({
  enter: async (_: string, __: string, entries: EntryBody[]) => {
    for (const entry of entries) book.set(book.sheet(entry.sheet)!, entry.cell, entry.number ?? entry.text ?? null);
    return checkedOf(book);
  },
}) as unknown as Api;
