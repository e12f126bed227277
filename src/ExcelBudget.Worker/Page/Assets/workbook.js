// Reads cells out of a workbook here in the browser, only to show them: nothing of it is believed, all of it becomes text.

const most = 80 * 1024 * 1024;
const decoder = new TextDecoder();

const directory = bytes => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  const entries = new Map();
  if (end < 0) return entries;
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && view.getUint32(at, true) === 0x02014b50; count--) {
    const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true));
    entries.set(decoder.decode(bytes.subarray(at + 46, at + 46 + name)), {
      method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
};

const unpack = async (bytes, entry) => {
  if (!entry || entry.size > most) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer());
};

const tags = (node, name) => [...node.getElementsByTagNameNS('*', name)];
const textOf = node => tags(node, 't').filter(each => each.parentNode.localName !== 'rPh').map(each => each.textContent).join('');

export const columnOf = letters => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
export const lettersOf = column => (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + (column - 1) % 26);

// how a format writes figures; what it says of dates, percentages and colours is not looked at
const formatOf = code => {
  const plain = code.split(';')[0].replace(/\[[^\]]*\]|"[^"]*"|_.|\\./g, '').trim();
  const [whole, , decimals = ''] = /^[#,0]*0(\.(0+))?$/.exec(plain) ?? [];
  if (whole === undefined) return general;
  return { minimumFractionDigits: decimals.length, maximumFractionDigits: decimals.length, useGrouping: whole.includes(',') };
};
const general = { maximumFractionDigits: 6, useGrouping: false };
// those that every program knows by number; others are written out in the workbook
const known = new Map([['1', '0'], ['2', '0.00'], ['3', '#,##0'], ['4', '#,##0.00']]);

// a figure as its cell shows it
const figure = (text, format) => {
  const number = Number(text);
  return Number.isFinite(number) ? Number(number.toPrecision(15)).toLocaleString('zh-CN', format ?? general) : text;
};

export class Workbook {
  #bytes; #entries; #sheets = new Map(); #shared = null; #styles = null; #read = new Map();

  static async open(buffer) {
    const book = new Workbook();
    book.#bytes = new Uint8Array(buffer);
    book.#entries = directory(book.#bytes);
    const [sheets, links] = [await book.#xml('xl/workbook.xml'), await book.#xml('xl/_rels/workbook.xml.rels')];
    if (!sheets || !links) return null;
    const targets = new Map(tags(links, 'Relationship').map(link => [link.getAttribute('Id'), link.getAttribute('Target')]));
    for (const sheet of tags(sheets, 'sheet')) {
      const id = [...sheet.attributes].find(each => each.localName === 'id' && each.prefix)?.value;
      const target = targets.get(id);
      if (target) book.#sheets.set(sheet.getAttribute('name'), target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    }
    return book;
  }

  // texts of a sheet's cells by row and column; null when there is no such sheet
  async cells(name) {
    if (this.#read.has(name)) return this.#read.get(name);
    const sheet = this.#sheets.has(name) ? await this.#xml(this.#sheets.get(name)) : null;
    if (!sheet) return null;
    this.#shared ??= tags(await this.#xml('xl/sharedStrings.xml') ?? document.createElement('i'), 'si').map(textOf);
    this.#styles ??= await this.#formats();
    const rows = new Map();
    for (const cell of tags(sheet, 'c')) {
      const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell.getAttribute('r') ?? '') ?? [];
      const text = letters ? this.#textOf(cell) : '';
      if (text === '') continue;
      const isFigure = !['s', 'str', 'inlineStr', 'e', 'b'].includes(cell.getAttribute('t'));
      if (!rows.has(Number(row))) rows.set(Number(row), new Map());
      rows.get(Number(row)).set(columnOf(letters), { text, figure: isFigure });
    }
    this.#read.set(name, rows);
    return rows;
  }

  #textOf(cell) {
    const type = cell.getAttribute('t');
    if (type === 'inlineStr') return textOf(cell);
    const value = tags(cell, 'v')[0]?.textContent ?? '';
    if (type === 's') return this.#shared[Number(value)] ?? '';
    return value === '' || type === 'str' || type === 'e' || type === 'b' ? value : figure(value, this.#styles[Number(cell.getAttribute('s') ?? 0)]);
  }

  // formats of figures, by the number of a cell's style
  async #formats() {
    const styles = await this.#xml('xl/styles.xml');
    const cells = styles && tags(styles, 'cellXfs')[0];
    if (!cells) return [];
    const codes = new Map([...known, ...tags(styles, 'numFmt').map(each => [each.getAttribute('numFmtId'), each.getAttribute('formatCode')])]);
    return tags(cells, 'xf').map(each => formatOf(codes.get(each.getAttribute('numFmtId')) ?? ''));
  }

  async #xml(path) {
    const part = await unpack(this.#bytes, this.#entries.get(path));
    return part && new DOMParser().parseFromString(decoder.decode(part), 'application/xml');
  }
}
