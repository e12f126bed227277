// A1 addresses.
import { HostError, mostCells } from './host';

/** Rows and columns count from 1; both corners belong to it. */
export interface Area { top: number; left: number; bottom: number; right: number }

const lastRow = 1048576;
const lastColumn = 16384;

export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export const lettersOf = (column: number): string =>
  (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

/** Reads «B3» or «B3:D9»; throws for anything else. */
export const areaOf = (address: string): Area => {
  const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(address);
  if (!found) throw new HostError('bad-ref', address);
  const [left, top] = [columnOf(found[1]!), Number(found[2])];
  const [right, bottom] = found[3] ? [columnOf(found[3]), Number(found[4])] : [left, top];
  const area = { top: Math.min(top, bottom), left: Math.min(left, right), bottom: Math.max(top, bottom), right: Math.max(left, right) };
  if (area.top < 1 || area.bottom > lastRow || area.right > lastColumn) throw new HostError('bad-ref', address);
  return area;
};

/** The same for what is to be read: throws when it is too large. */
export const readable = (address: string): Area => {
  const area = areaOf(address);
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > mostCells) throw new HostError('too-large', address);
  return area;
};

/** One cell; throws for an area. */
export const cellOf = (address: string): Area => {
  const area = areaOf(address);
  if (area.top !== area.bottom || area.left !== area.right) throw new HostError('bad-ref', address);
  return area;
};

export const addressOf = (area: Area): string => {
  const first = lettersOf(area.left) + area.top;
  const last = lettersOf(area.right) + area.bottom;
  return first === last ? first : first + ':' + last;
};

export const isInside = (inner: Area, outer: Area): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

/** «'T3 支出'!$B$3» or «[book]Sheet!B3» without its sheet, book and $. */
export const plainAddress = (address: string): string => address.slice(address.lastIndexOf('!') + 1).replace(/\$/g, '').toUpperCase();
