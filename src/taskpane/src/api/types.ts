// What the worker answers.

export interface Place { sheet?: string; cell?: string; form?: string; row?: string; column?: string }

export interface Finding extends Place {
  rule: string;
  category: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  project?: string;
  expected?: string;
  actual?: string;
  difference?: string;
  related?: Place[];
  ties?: Finding[];
  basis?: string;
  answer?: string;
  answerWasFor?: { expected?: string; actual?: string };
}

export interface FileReport {
  file: string;
  pack?: string;
  unitCode?: string;
  unitName?: string;
  year?: number;
  verdict: 'accepted' | 'returned' | 'unreadable';
  errors: number;
  warnings: number;
  infos: number;
  findings: Finding[];
  changes: (Place & { before: string; after: string })[];
  unchecked: { rule: string; reason: string; rules?: string[] }[];
  reason?: string;
  returnedBecause?: string;
}

export interface LookColumn {
  at: string;
  id: string;
  title: string;
  kind: 'code' | 'codeName' | 'amount' | 'number' | 'percent' | 'label' | 'text';
  codes?: string;
  choices?: string[];
  entered: boolean;
}

export interface LookArea { form: string; title: string; sheet: string; firstRow: number; lastRow: number; columns: LookColumn[] }

export interface IndicatorChoices {
  form: string;
  columns: Record<string, string>;
  levels: { level1: string; level2: string[] }[];
  units: { names: string[]; refused: string[]; usual: string; under: string[] }[];
  measured: string[];
  rates: string[];
  notRates: string[];
  costs: string[];
  moreIsBetter: string[];
  lessIsBetter: string[];
  commonUnits: string[];
  timeUnits: string[];
}

export interface Style {
  locked: boolean;
  bold: boolean;
  fill?: string;
  align?: 'left' | 'center' | 'right';
  wrap: boolean;
  border: boolean;
}

export interface BookCell {
  at: string;
  text: string;
  number?: string;
  boolean?: boolean;
  error?: boolean;
  formula?: string;
  style: number;
}

export interface BookSheet {
  name: string;
  visible: 0 | 1 | 2;
  protected: boolean;
  columns: { first: number; last: number; width: number; hidden: boolean; style: number }[];
  rows: { at: number; height?: number; hidden: boolean }[];
  cells: BookCell[];
  merges: string[];
  isCut: boolean;
}

export interface BookLook { sheets: BookSheet[]; styles: Style[] }

export interface Look {
  keys: string[];
  areas: LookArea[];
  cells: { sheet: string; cell: string; form: string; column: string; kind?: LookColumn['kind']; entered: boolean }[];
  answers: { sheet: string; cell: string; key: string }[];
  indicators?: IndicatorChoices;
  book?: BookLook;
}

export interface Step {
  name: string;
  due: string;
  daysLeft: number;
  state: string;
  department: string;
  /** What is asked for in it was handed in. */
  isDone?: boolean;
  /** Why a return is held: the step is over or not open yet. */
  closed?: string;
}

export interface Checked {
  report: { files: FileReport[] };
  look?: Look;
  categories: Record<string, string>;
  /** Why it cannot be read, for a file that cannot. */
  sentence?: string;
  step?: Step;
  /** The changed file in base 64, after entries. */
  content?: string;
  /** What is written into the workbook to say that it was checked. */
  mark?: { sheet: string; cell: string; text: string };
}

export interface Hello { program: string; version: string; role: string; name: string; department: string; paneToken: string }

export interface FoundCode { listId: string; list: string; code: string; name: string; above: string[]; lastYear?: number }

export interface Indicator {
  level1: string;
  level2: string;
  number: string;
  name: string;
  operator: string;
  value: string;
  unit: string;
  raw: string;
}

export interface Receipt {
  path: string;
  sha256: string;
  state: 'waiting' | 'working' | 'done';
  submission?: string;
  verdict?: string;
  hold?: string;
  /** Why it is held, in words. */
  heldBecause?: string;
  reason?: string;
}

export interface EntryBody { sheet: string; cell: string; number?: number; text?: string }
