// Draws a workbook of the preview: one sheet as a table, with a selection that keys and clicks move, and cells that are typed into.
import type { BookSheet } from '../api/types';
import { areaOf, lettersOf } from '../host/address';
import { HostError, type Ref } from '../host/host';
import type { PreviewHost } from '../host/preview';
import { fill, h } from '../pane/dom';

/** Pixels of one character of the default font, and of one point. */
const [character, point] = [7.2, 4 / 3];

const pixels = (width: { width: number; hidden: boolean } | undefined): number =>
  width?.hidden ? 0 : Math.round((width?.width ?? 9) * character + 5);

const moves: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export class Grid {
  readonly element = h('section', { class: 'grid', 'aria-label': '工作簿' });
  private readonly host: PreviewHost;
  private readonly fail: (fault: unknown) => void;
  private readonly taken: () => void;
  private readonly tabs = h('div', { class: 'sheets', role: 'group', 'aria-label': '工作表' });
  private readonly bar = h('div', { class: 'bar', 'aria-live': 'polite' });
  private readonly place = h('div', { class: 'place-of', role: 'region', 'aria-label': '单元格', tabindex: 0 });
  private sheet: BookSheet | null = null;
  private cells = new Map<string, HTMLTableCellElement>();
  private anchors = new Map<string, string>();
  private at: Ref | null = null;

  /** @param taken told when something that was typed stands in the workbook. */
  constructor(host: PreviewHost, fail: (fault: unknown) => void, taken: () => void) {
    this.host = host;
    this.fail = fail;
    this.taken = taken;
    this.element.append(this.tabs, this.bar, this.place);
    this.place.addEventListener('keydown', event => this.key(event));
    this.place.addEventListener('click', event => this.click(event));
    this.place.addEventListener('dblclick', () => this.edit(null));
    host.onSelection(ref => this.show(ref));
    host.onDrawn(() => this.redraw());
  }

  /** Draws again what the workbook holds now. */
  redraw(): void {
    const name = this.at?.sheet ?? this.sheet?.name;
    const sheets = this.host.shown();
    this.sheet = sheets.find(sheet => sheet.name === name) ?? sheets[0] ?? null;
    fill(this.tabs, ...sheets.map(sheet => h('button', {
      type: 'button', 'aria-pressed': String(sheet === this.sheet), onclick: () => this.host.select({ sheet: sheet.name, address: 'A1' }),
    }, sheet.name)));
    if (this.sheet) this.draw(this.sheet);
    void this.host.selection().then(ref => ref && this.mark(ref));
  }

  private show(ref: Ref): void {
    if (ref.sheet !== this.sheet?.name) {
      this.at = ref;
      this.redraw();
    } else this.mark(ref);
  }

  private draw(sheet: BookSheet): void {
    this.cells = new Map();
    this.anchors = new Map();
    const known = new Map((sheet.cells ?? []).map(cell => [cell.at, cell]));
    const areas = (sheet.cells ?? []).filter(cell => cell.text !== '').map(cell => areaOf(cell.at));
    const lastRow = areas.reduce((last, area) => Math.max(last, area.bottom), 20) + 3;
    const lastColumn = areas.reduce((last, area) => Math.max(last, area.right), 8) + 1;
    const covered = new Set<string>();
    const spans = new Map<string, { rows: number; columns: number }>();
    for (const merge of sheet.merges ?? []) {
      const area = areaOf(merge);
      const first = lettersOf(area.left) + area.top;
      spans.set(first, { rows: Math.min(area.bottom, lastRow) - area.top + 1, columns: Math.min(area.right, lastColumn) - area.left + 1 });
      for (let row = area.top; row <= Math.min(area.bottom, lastRow); row++) {
        for (let column = area.left; column <= Math.min(area.right, lastColumn); column++) {
          this.anchors.set(lettersOf(column) + row, first);
          if (lettersOf(column) + row !== first) covered.add(lettersOf(column) + row);
        }
      }
    }

    const widths = Array.from({ length: lastColumn }, (_, at) => sheet.columns.find(
      each => each.first <= at + 1 && at + 1 <= each.last));
    const table = h('table', { 'aria-label': sheet.name }, h('colgroup', {}, h('col', { class: 'numbers' }), ...widths.map(width => {
      const column = h('col');
      column.style.width = pixels(width) + 'px';
      return column;
    })), h('thead', {}, h('tr', {}, h('td'), ...widths.map((_, at) => h('th', { scope: 'col' }, lettersOf(at + 1))))));
    const body = h('tbody');
    const rows = new Map((sheet.rows ?? []).map(row => [row.at, row]));
    for (let row = 1; row <= lastRow; row++) {
      const line = h('tr', { hidden: rows.get(row)?.hidden ?? false }, h('th', { scope: 'row' }, String(row)));
      const height = rows.get(row)?.height;
      if (height) line.style.height = Math.round(height * point) + 'px';
      for (let column = 1; column <= lastColumn; column++) {
        const address = lettersOf(column) + row;
        if (covered.has(address)) continue;
        const cell = known.get(address);
        const style = this.host.styleOf(cell?.style ?? widths[column - 1]?.style ?? 0);
        const span = spans.get(address);
        // what stands in a hidden column would wrap without end
        const text = widths[column - 1]?.hidden ? '' : cell?.text ?? '';
        const drawn = h('td', { 'data-at': address, rowspan: span?.rows, colspan: span?.columns }, text);
        drawn.className = [style?.bold && 'bold', style?.wrap && 'wrap', style?.border && 'lined',
          style?.align ?? (cell?.number !== undefined ? 'right' : null), sheet.protected && (style?.locked ?? true) ? null : 'open']
          .filter(Boolean).join(' ');
        if (style?.fill) drawn.style.backgroundColor = style.fill;

        this.cells.set(address, drawn);
        line.appendChild(drawn);
      }

      body.appendChild(line);
    }

    table.appendChild(body);
    table.style.width = widths.reduce((sum, width) => sum + pixels(width), 44) + 'px';
    fill(this.place, table, sheet.isCut ? h('p', {}, '这张表太长，只画出前面的行。') : null);
  }

  // at once: what is typed in the moment until the event comes is for the new cell, and a click must not move what is under the mouse
  private choose(ref: Ref, isInSight: boolean): void {
    if (isInSight) this.at = ref;
    this.mark(ref);
    this.host.select(ref);
  }

  private mark(ref: Ref): void {
    const isHere = this.at?.sheet === ref.sheet && this.at.address === ref.address;
    this.at = ref;
    const first = ref.address.split(':')[0]!;
    const address = this.anchors.get(first) ?? first;
    for (const each of this.place.querySelectorAll('td.here')) each.classList.remove('here');
    const cell = this.cells.get(address);
    cell?.classList.add('here');
    cell?.scrollIntoView({ block: isHere ? 'nearest' : 'center', inline: 'nearest' });
    void this.host.read({ sheet: ref.sheet, address }).then(rows => {
      const now = rows[0]![0]!;
      fill(this.bar, h('strong', { 'data-here': ref.sheet + '!' + address }, address),
        h('span', { class: 'content' }, now.formula ?? now.text), now.locked ? h('span', { class: 'hint' }, '锁定') : null);
    }, () => undefined);
  }

  private click(event: MouseEvent): void {
    const cell = (event.target as Element).closest('td[data-at]');
    if (cell && this.sheet) this.choose({ sheet: this.sheet.name, address: cell.getAttribute('data-at')! }, true);
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.place || !this.at) return;
    const move = moves[event.key];
    if (move) {
      const now = areaOf(this.at.address);
      const [row, column] = [Math.max(1, now.top + move[0]), Math.max(1, now.left + move[1])];
      this.choose({ sheet: this.at.sheet, address: lettersOf(column) + row }, false);
    } else if (event.key === 'Enter' || event.key === 'F2') this.edit(null);
    else if (event.key === 'Delete') this.edit('');
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) this.edit(event.key);
    else return;
    event.preventDefault();
  }

  /** Opens the selected cell for typing, with what was typed or what stands there. */
  private edit(typed: string | null): void {
    if (!this.at || !this.sheet) return;
    const first = this.at.address.split(':')[0]!;
    const address = this.anchors.get(first) ?? first;
    const cell = this.cells.get(address);
    if (!cell || cell.querySelector('input')) return;
    if (!cell.classList.contains('open')) return this.fail(new HostError('locked-cell'));
    const ref = { sheet: this.sheet.name, address };
    const known = (this.sheet.cells ?? []).find(each => each.at === address);
    if (known?.formula !== undefined) return this.fail(new HostError('locked-cell'));
    const was = cell.textContent ?? '';
    const input = h('input', { type: 'text', 'aria-label': '录入 ' + address, class: 'typing' });
    input.value = typed ?? known?.number ?? known?.text ?? '';
    let isDone = false;
    const end = (isTaken: boolean): void => {
      if (isDone) return;
      isDone = true;
      const text = input.value;
      fill(cell, was);
      this.place.focus();
      if (!isTaken || text === (known?.number ?? known?.text ?? '')) return;
      cell.classList.add('waiting');
      this.host.type(ref, text).then(this.taken, this.fail).then(() => cell.classList.remove('waiting'), () => undefined);
    };
    input.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Enter') end(true);
      if (event.key === 'Escape') end(false);
    });
    input.addEventListener('blur', () => end(true));
    fill(cell, input);
    input.focus();
  }
}

