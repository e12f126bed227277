// What the pane does, without what it shows.
import { ApiError, type Api } from '../api/client';
import type { Checked, Finding, FoundCode, Hello, Indicator, Receipt } from '../api/types';
import { HostError, type Cell, type Host, type Ref, type Value } from '../host/host';
import { isSame } from '../host/writing';
import { Anchors } from './anchors';
import { planIndicator, planIndicators, type IndicatorRow } from './indicators';
import { isWritable, spotOf } from './map';

export interface Listed {
  key: string;
  finding: Finding;
  /** It was there at the check before and is gone. */
  solved: boolean;
  /** It was not there at the check before. */
  fresh: boolean;
  /** An answer that is typed and not written yet. */
  draft?: string;
}

export interface Change { ref: Ref; value: Value; label: string }

/** What is to be written, beside what stands there. */
export interface Proposal { title: string; items: (Change & { old: Value; oldText: string })[] }

export interface Phase { name: 'reading' | 'sending' | 'checking'; part: number }

/** The workbook has edits that its file lacks: somebody must say whether they are saved. */
export class NotSavedYet extends Error {}

const kept = 'excelbudget.pane';

/** How often a receipt is asked for, in milliseconds. */
const asking = 1000;

export class Session {
  readonly host: Host;
  readonly api: Api;
  hello: Hello | null = null;
  checked: Checked | null = null;
  bookName: string | null = null;
  findings: Listed[] = [];
  /** The finding that is shown; -1 for none. */
  at = -1;
  private bookPath: string | null = null;
  private anchors = new Anchors();
  private cancelling: (() => void) | null = null;
  private isCancelled = false;
  /** The worker is on another machine than the workbook. */
  private isFarAway = false;

  constructor(host: Host, api: Api) {
    this.host = host;
    this.api = api;
  }

  get report(): Checked['report']['files'][number] | null {
    return this.checked?.report.files[0] ?? null;
  }

  async connect(): Promise<Hello> {
    this.hello = await this.api.hello();
    return this.hello;
  }

  /**
   * Checks the workbook that is open.
   * @param unsaved what becomes of edits the file lacks: ask, save them, or check the file as it is.
   */
  async check(unsaved: 'ask' | 'save' | 'leave', tell: (phase: Phase) => void): Promise<void> {
    this.isCancelled = false;
    tell({ name: 'reading', part: 0 });
    const book = await this.host.workbook();
    if (!book) throw new HostError('no-workbook');
    let source = await this.host.source();
    if (source.kind === 'path' && source.stale) {
      if (unsaved === 'ask') throw new NotSavedYet();
      if (unsaved === 'save') {
        await this.host.save();
        source = await this.host.source();
      }
    }

    this.stopIfCancelled();
    const asked = {
      onProgress: (part: number) => tell(part < 1 ? { name: 'sending', part } : { name: 'checking', part: 1 }),
      onStart: (cancel: () => void) => {
        this.cancelling = cancel;
      },
    };
    const checked = source.kind === 'bytes' ? await this.api.check(book.name, source.data, false, asked)
      : await this.byPath(source.path, path => this.api.checkPath(path, asked), data => this.api.check(book.name, data, false, asked));
    this.cancelling = null;
    this.stopIfCancelled();
    const isSameBook = this.bookName === book.name && this.bookPath === book.path;
    await this.take(checked, book.name, book.path, isSameBook);
    // a file that was checked without the edits in front of it says nothing of them
    if (source.kind === 'bytes' || !source.stale) await this.mark(source.kind === 'path');
  }

  cancel(): void {
    this.isCancelled = true;
    this.cancelling?.();
  }

  /** Takes over what a check told. */
  async take(checked: Checked, name: string, path: string | null, isAgain: boolean): Promise<void> {
    const before = isAgain ? this.findings.filter(each => !each.solved) : [];
    const report = checked.report.files[0]!;
    const keys = checked.look?.keys ?? report.findings.map((finding, at) => finding.rule + ':' + at);
    this.checked = checked;
    this.bookName = name;
    this.bookPath = path;
    const known = new Map(before.map(each => [each.key, each]));
    const here = this.findings[this.at]?.key;
    const now = new Set(keys);
    this.findings = [
      ...report.findings.map((finding, at): Listed => {
        const was = known.get(keys[at]!);
        const listed = { key: keys[at]!, finding, solved: false, fresh: before.length > 0 && !was };
        return was?.draft === undefined ? listed : { ...listed, draft: was.draft };
      }),
      ...before.filter(each => !now.has(each.key)).map(each => ({ ...each, solved: true, fresh: false })),
    ];
    this.at = this.findings.findIndex(each => !each.solved && each.key === here);
    this.anchors = await Anchors.of(this.host, checked).catch(() => new Anchors());
    this.keep();
  }

  /** Goes to a place of the check, where it stands today. */
  async goTo(place: { sheet?: string; cell?: string }): Promise<{ ref: Ref; moved: boolean; lost: boolean } | null> {
    if (!place.sheet) return null;
    await this.stopAtOtherBook();
    const found = await this.anchors.find(this.host, { sheet: place.sheet, address: place.cell ?? 'A1' });
    await this.host.goTo(found.ref);
    return found;
  }

  /** The next finding, or the one before, among those that are open and chosen. */
  step(by: 1 | -1, isChosen: (each: Listed) => boolean): Listed | null {
    const open = this.findings.filter(each => !each.solved && isChosen(each));
    if (open.length === 0) return null;
    const now = this.at < 0 ? -1 : open.indexOf(this.findings[this.at]!);
    const next = now < 0 ? (by > 0 ? 0 : open.length - 1) : (now + by + open.length) % open.length;
    this.at = this.findings.indexOf(open[next]!);
    this.keep();
    return open[next]!;
  }

  /** Reads what stands where something is to be written; refuses what is outside of the map. */
  async propose(title: string, changes: Change[]): Promise<Proposal> {
    await this.stopAtOtherBook();
    const look = this.checked?.look;
    const items: Proposal['items'] = [];
    for (const change of changes) {
      if (!look || !isWritable(look, change.ref, this.checked?.mark)) throw new HostError('locked-cell', change.ref);
      const cell = await this.one(change.ref);
      if (cell.locked || cell.formula !== null) throw new HostError('locked-cell', change.ref);
      if (!isSame(cell.value, change.value)) items.push({ ...change, old: cell.value, oldText: cell.text });
    }

    return { title, items };
  }

  /** Writes what was agreed to, as long as nothing changed meanwhile. */
  async commit(proposal: Proposal): Promise<void> {
    await this.stopAtOtherBook();
    const outcomes = await this.host.write(proposal.items.map(item => ({ ref: item.ref, value: item.value, expect: item.old })));
    const failed = outcomes.find(outcome => outcome.error);
    if (failed) throw failed.error!;
  }

  /** Where the answer to a 疑点 is written today; null in a workbook without a place for it. */
  async answerPlace(listed: Listed): Promise<Ref | null> {
    const place = this.checked?.look?.answers.find(each => each.key === listed.key);
    if (!place) return null;
    const found = await this.anchors.find(this.host, { sheet: place.sheet, address: place.cell });
    if (found.lost) throw new HostError('changed', place);
    // the map knows the cell of the check; the row of this finding may have moved
    if (found.moved && !this.checked!.look!.answers.some(each => each.cell === found.ref.address))
      this.checked!.look!.answers.push({ sheet: found.ref.sheet, cell: found.ref.address, key: '' });
    return found.ref;
  }

  async proposeAnswer(listed: Listed, text: string): Promise<Proposal> {
    const ref = await this.answerPlace(listed);
    if (!ref) throw new HostError('no-answers');
    return this.propose('写入答复', [{ ref, value: text.trim(), label: listed.finding.message }]);
  }

  /** A code into the row that is selected, with its name where no formula brings it. */
  async proposeCode(code: FoundCode): Promise<Proposal> {
    const look = this.checked?.look;
    if (!look) throw new ApiError('not_checked', '请先校验一次，窗格才知道哪些单元格可以填。');
    const selected = await this.host.selection();
    const spot = selected && spotOf(look, selected);
    const column = spot?.area.columns.find(each => each.kind === 'code' && each.entered);
    if (!selected || !spot || !column) throw new ApiError('no_code_cell', '选中的行不能填科目编码。', '请先选中表中要填编码的那一行。');
    if (column.codes && column.codes !== code.listId)
      throw new ApiError('wrong_list', `“${spot.area.title}”的“${column.title}”不填${code.list}的编码。`, '请选另一类科目，或选中另一张表的行。');
    const changes: Change[] = [{
      ref: { sheet: selected.sheet, address: column.at + spot.row }, value: code.code, label: spot.area.title + ' ' + column.title,
    }];
    const name = spot.area.columns.find(each => each.kind === 'codeName');
    if (name) {
      const ref = { sheet: selected.sheet, address: name.at + spot.row };
      const cell = await this.one(ref);
      if (!cell.locked && cell.formula === null && cell.value === null) changes.push({ ref, value: code.name, label: name.title });
    }

    return this.propose('插入科目', changes);
  }

  async proposeIndicator(row: IndicatorRow): Promise<Proposal> {
    return this.propose('写入指标', await planIndicator(this.host, this.checked?.look, row));
  }

  async proposeIndicators(rows: Indicator[]): Promise<Proposal> {
    return this.propose('写入指标', await planIndicators(this.host, this.checked?.look, rows));
  }

  /** Hands in what is open; edits that the file lacks are saved first. */
  async handIn(): Promise<Receipt> {
    this.isCancelled = false;
    await this.stopAtOtherBook();
    const book = await this.host.workbook();
    if (!book) throw new HostError('no-workbook');
    let source = await this.host.source();
    if (source.kind === 'path' && source.stale) {
      await this.host.save();
      source = await this.host.source();
      if (source.kind === 'path' && source.stale) throw new HostError('not-saved');
    }

    const department = this.hello?.role === 'department' ? '' : this.checked?.step?.department ?? '';
    return source.kind === 'bytes' ? this.api.handIn(book.name, source.data, department)
      : this.byPath(source.path, path => this.api.handInPath(path, department), data => this.api.handIn(book.name, data, department));
  }

  /** Waits for what becomes of a file that was handed in. */
  async follow(receipt: Receipt, tell: (receipt: Receipt) => void): Promise<void> {
    for (let times = 0; times < 300; times++) {
      const now = await this.api.receipt(receipt).catch((fault: unknown) => {
        if (fault instanceof ApiError && fault.code === 'no_worker') return null;
        throw fault;
      });
      if (now) tell(now);
      if (now?.state === 'done') return;
      await new Promise(resolve => setTimeout(resolve, asking));
    }
  }

  /** What was found before the pane was loaded anew: the ribbon's buttons of Excel do that. */
  async restore(): Promise<boolean> {
    try {
      const text = sessionStorage.getItem(kept);
      if (!text) return false;
      const was = JSON.parse(text) as { name: string; path: string | null; at: number; checked: Checked };
      const book = await this.host.workbook();
      if (!book || book.name !== was.name || book.path !== was.path) return false;
      await this.take(was.checked, was.name, was.path, false);
      this.at = was.at;
      return true;
    } catch {
      return false;
    }
  }

  private keep(): void {
    try {
      const { look, ...rest } = this.checked!;
      const checked = look ? { ...rest, look: { ...look, book: undefined } } : rest;
      sessionStorage.setItem(kept, JSON.stringify({ name: this.bookName, path: this.bookPath, at: this.at, checked }));
    } catch {
      // too large or not allowed: the next button of the ribbon begins anew
    }
  }

  // a workbook that was checked says so in its hidden sheet; that it cannot be said is no fault of the check
  private async mark(isSaved: boolean): Promise<void> {
    const mark = this.checked?.mark;
    if (!mark || this.host.kind === 'preview') return;
    try {
      const ref = { sheet: mark.sheet, address: mark.cell };
      const cell = await this.one(ref);
      if (cell.locked || cell.formula !== null) return;
      await this.host.write([{ ref, value: mark.text, expect: cell.value }]);
      // what was saved stays saved: nobody is asked to save what she did not type
      if (isSaved) await this.host.save();
    } catch {
      return;
    }
  }

  // a worker on another machine cannot open the path: it is sent what the file holds
  private async byPath<T>(path: string, ask: (path: string) => Promise<T>, send: (data: ArrayBuffer) => Promise<T>): Promise<T> {
    if (!this.isFarAway) {
      try {
        return await ask(path);
      } catch (fault) {
        if (!(fault instanceof ApiError) || fault.code !== 'not_this_machine') throw fault;
        this.isFarAway = true;
      }
    }

    const data = await this.host.fileBytes(path);
    this.stopIfCancelled();
    return send(data);
  }

  private async one(ref: Ref): Promise<Cell> {
    return (await this.host.read(ref))[0]![0]!;
  }

  private async stopAtOtherBook(): Promise<void> {
    const book = await this.host.workbook();
    if (!book) throw new HostError('no-workbook');
    if (this.bookName !== null && (book.name !== this.bookName || book.path !== this.bookPath)) throw new HostError('other-workbook');
  }

  private stopIfCancelled(): void {
    if (this.isCancelled) throw new ApiError('cancelled', '已取消。');
  }
}
