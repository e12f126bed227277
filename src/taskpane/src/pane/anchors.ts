// Finds a cell again after rows were inserted, deleted or sorted since the check: by what its row says.
import type { Checked, Place } from '../api/types';
import { areaOf, columnOf, lettersOf } from '../host/address';
import type { Host, Ref } from '../host/host';
import { headColumns, spotOf } from './map';

/** How far below its last row a form is looked for. */
const further = 60;

/** The heads of a sheet's rows at the time of the check. */
interface Heads { sheet: string; left: string; right: string; last: number; lines: string[] }

export class Anchors {
  private readonly heads: Heads[] = [];

  /** Notes the rows of every area that a finding or an answer stands in. */
  static async of(host: Host, checked: Checked): Promise<Anchors> {
    const anchors = new Anchors();
    const look = checked.look;
    if (!look) return anchors;
    const places: Place[] = checked.report.files.flatMap(file => file.findings.flatMap(finding =>
      [finding, ...(finding.related ?? []), ...(finding.ties ?? [])]));
    const wanted = new Map<string, { sheet: string; left: string; right: string; last: number }>();
    for (const place of places) {
      if (!place.sheet || !place.cell) continue;
      const spot = spotOf(look, { sheet: place.sheet, address: place.cell });
      const columns = spot ? headColumns(spot.area) : [];
      if (!spot || columns.length === 0) continue;
      wanted.set(place.sheet + columns.join(), {
        sheet: place.sheet, left: columns[0]!, right: columns[columns.length - 1]!,
        last: Math.max(spot.area.lastRow, wanted.get(place.sheet + columns.join())?.last ?? 0),
      });
    }

    // a report of findings may be sorted: its rows are known by all that stands before the answer
    for (const answer of look.answers) {
      const at = areaOf(answer.cell);
      if (at.left < 2) continue;
      const known = wanted.get(answer.sheet);
      wanted.set(answer.sheet, {
        sheet: answer.sheet, left: 'A', right: lettersOf(at.left - 1), last: Math.max(at.bottom, known?.last ?? 0),
      });
    }

    for (const area of wanted.values()) {
      const lines = await linesOf(host, area, area.last).catch(() => null);
      if (lines) anchors.heads.push({ ...area, lines });
    }

    return anchors;
  }

  /** Where a cell of the check is today; itself when nothing tells. */
  async find(host: Host, ref: Ref): Promise<{ ref: Ref; moved: boolean; lost: boolean }> {
    const at = areaOf(ref.address);
    const heads = this.heads.find(each => each.sheet === ref.sheet && at.top <= each.last
      && (each.left === 'A' || columnOf(each.left) <= at.left));
    const line = heads?.lines[at.top - 1] ?? '';
    if (!heads || line.trim() === '') return { ref, moved: false, lost: false };
    const now = await linesOf(host, heads, heads.last + further);
    const score = (row: number): number => now[row] !== line ? -1
      : (now[row - 1] === heads.lines[at.top - 2] ? 1 : 0) + (now[row + 1] === heads.lines[at.top] ? 1 : 0);
    let best = at.top - 1;
    for (let row = 0; row < now.length; row++) {
      const [better, nearer] = [score(row) - score(best), Math.abs(row - at.top + 1) - Math.abs(best - at.top + 1)];
      if (better > 0 || (better === 0 && nearer < 0)) best = row;
    }

    if (score(best) < 0) return { ref, moved: false, lost: true };
    const by = best - (at.top - 1);
    const address = lettersOf(at.left) + (at.top + by);
    return by === 0 ? { ref, moved: false, lost: false } : { ref: { sheet: ref.sheet, address }, moved: true, lost: false };
  }
}

const linesOf = async (host: Host, area: { sheet: string; left: string; right: string }, last: number): Promise<string[]> =>
  (await host.read({ sheet: area.sheet, address: `${area.left}1:${area.right}${last}` }))
    .map(row => row.map(cell => cell.text).join('\t').trimEnd());
