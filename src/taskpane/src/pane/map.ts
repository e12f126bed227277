// The map of a workbook: where the pane may write, as the worker told with the check.
import type { Look, LookArea, LookColumn } from '../api/types';
import { areaOf, columnOf } from '../host/address';
import type { Ref } from '../host/host';

export interface Spot { area: LookArea; row: number; column: LookColumn | undefined }

/** The form's area that a cell lies in; an inner form's before the one around it. */
export const spotOf = (look: Look, ref: Ref, form?: string): Spot | null => {
  const at = areaOf(ref.address);
  const inside = look.areas.filter(area => area.sheet === ref.sheet && at.top >= area.firstRow && at.top <= area.lastRow
    && (form === undefined || area.form === form));
  const area = inside[inside.length - 1];
  if (!area) return null;
  return { area, row: at.top, column: area.columns.find(column => columnOf(column.at) === at.left) };
};

/** True for a cell the pane may write: one that is entered, one for an answer, or the mark of a check. */
export const isWritable = (look: Look, ref: Ref, mark?: { sheet: string; cell: string }): boolean => {
  if (mark && mark.sheet === ref.sheet && mark.cell === ref.address) return true;
  if (look.answers.some(place => place.sheet === ref.sheet && place.cell === ref.address)) return true;
  if (look.cells.some(cell => cell.sheet === ref.sheet && cell.cell === ref.address && cell.entered)) return true;
  const spot = spotOf(look, ref);
  // the name beside a code is written with it, where no formula does
  return !!spot?.column && (spot.column.entered || spot.column.kind === 'codeName');
};

/** The first columns of an area that say what a row is about. */
export const headColumns = (area: LookArea): string[] =>
  area.columns.filter(column => ['code', 'codeName', 'label', 'text'].includes(column.kind) && column.id !== '序号').slice(0, 2)
    .map(column => column.at);
