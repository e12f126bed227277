// What writing has in common in all programs.
import { HostError, type Cell, type Entry, type HostCode, type Outcome, type Value } from './host';

/** Excel takes a text that begins like this for a formula. */
export const isFormula = (value: Value): boolean => typeof value === 'string' && /^[=+@]/.test(value);

/** Two values of a cell; an empty text is an empty cell, and a number is compared to the 15 digits a cell keeps. */
export const isSame = (one: Value, other: Value): boolean => {
  if (typeof one === 'number' && typeof other === 'number') return one === other || one.toPrecision(15) === other.toPrecision(15);
  // Excel turns a code that is typed into a number
  if (one !== null && other !== null && String(one) === String(other)) return true;
  return (one === '' ? null : one) === (other === '' ? null : other);
};

/** Why a cell cannot be written; null when it can. */
export const refusal = (entry: Entry, cell: Cell): HostCode | null => {
  if (isFormula(entry.value)) return 'formula';
  if (cell.locked || cell.formula !== null) return 'locked-cell';
  return isSame(cell.value, entry.expect) ? null : 'changed';
};

/** The outcome when one of them cannot be written: nothing is. */
export const refused = (entries: Entry[], codes: (HostCode | null)[]): Outcome[] | null =>
  codes.every(code => code === null) ? null : entries.map((entry, at) => {
    const code = codes[at];
    return code ? { ref: entry.ref, ok: false, error: new HostError(code) } : { ref: entry.ref, ok: false };
  });
