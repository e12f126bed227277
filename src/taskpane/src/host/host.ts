// What the pane knows of the program it sits in. Pane code imports only this; each program has one file beside it.

/** A cell or an area in A1 style, without $ and without a book part. */
export interface Ref { sheet: string; address: string }

export type Value = string | number | boolean | null;

/** A cell as it stands. An error has the value null and its code as text. */
export interface Cell {
  value: Value;
  text: string;
  /** With its «=»; null when there is none. */
  formula: string | null;
  /** A protected sheet keeps it from being changed. */
  locked: boolean;
}

export interface Book {
  name: string;
  /** Absolute path of the file on this machine; null while it has none. */
  path: string | null;
  /** Edits that are not saved; null when the program does not tell. */
  dirty: boolean | null;
  readOnly: boolean | null;
}

export interface Sheet {
  name: string;
  /** 0 shown, 1 hidden, 2 very hidden. */
  visible: 0 | 1 | 2;
  isProtected: boolean;
}

export type Source = { kind: 'bytes'; data: ArrayBuffer } | { kind: 'path'; path: string; stale: boolean };

/** One cell to be written: only while it still holds what is expected. */
export interface Entry { ref: Ref; value: Value; expect: Value }

export interface Outcome { ref: Ref; ok: boolean; error?: HostError }

export type Cap = 'live-bytes' | 'path' | 'save' | 'selection' | 'change' | 'workbook' | 'theme' | 'close' | 'edit';

export type Off = () => void;

/** Every method is asynchronous, also where the program is not. What a program cannot do is thrown at once, never passed over. */
export interface Host {
  readonly kind: 'excel' | 'wps' | 'preview';
  info(): { version: string; engine: string; caps: Cap[] };
  workbook(): Promise<Book | null>;
  /** Our names and custom properties, as found. */
  identity(): Promise<Record<string, string>>;
  sheets(): Promise<Sheet[]>;
  source(): Promise<Source>;
  /** Bytes of the saved file, for a worker that cannot open its path; thrown where the program has no such call. */
  fileBytes(path: string): Promise<ArrayBuffer>;
  read(ref: Ref): Promise<Cell[][]>;
  selection(): Promise<Ref | null>;
  /** Selects and shows; reads the selection back. */
  goTo(ref: Ref): Promise<void>;
  /** Looks at every entry before the first is written: one that cannot be, and none is. */
  write(entries: Entry[]): Promise<Outcome[]>;
  save(): Promise<void>;
  /** Events come a moment late, many as one, and not for what was written here. */
  onSelection(tell: (ref: Ref) => void): Off;
  onChange(tell: (ref: Ref) => void): Off;
  onWorkbook(tell: () => void): Off;
  theme(): { dark: boolean };
  closePane(): Promise<void>;
  openExternal(url: string): void;
}

export type HostCode =
  | 'no-workbook' | 'not-saved' | 'editing' | 'protected' | 'locked-cell' | 'no-sheet' | 'hidden-sheet' | 'bad-ref' | 'changed'
  | 'other-workbook' | 'read-only' | 'no-bytes' | 'no-answers' | 'unsupported' | 'too-large' | 'formula' | 'host';

const sentences: Record<HostCode, string> = {
  'no-workbook': '没有打开的工作簿。请先打开财政局下发的工作簿。',
  'not-saved': '工作簿还没有保存过。请先保存到本机的文件夹，再校验。',
  'editing': '有单元格正在编辑。请先按回车结束编辑，再重试。',
  'protected': '工作表受保护，不能改动。窗格不会取消保护。',
  'locked-cell': '这个单元格是锁定的，不能改动。请只在浅黄色的填报区内填写。',
  'no-sheet': '工作簿里没有这张表。可能已被删除或改名，请恢复后重新校验。',
  'hidden-sheet': '这张表是隐藏的，不能转到。请先取消隐藏。',
  'bad-ref': '没有这个单元格。',
  'changed': '这个单元格刚才被改动过，没有写入。请看清现在的内容后再试。',
  'other-workbook': '现在打开的是另一本工作簿，什么也没有写入。请切换回校验过的那一本，或重新校验。',
  'read-only': '工作簿是只读的，不能改动。请另存一份后再填。',
  'no-bytes': '校验服务在另一台电脑上，这个版本的程序读不出工作簿文件。请用浏览器打开服务的网页试检、交表，或在本机安装服务。',
  'no-answers': '这本工作簿没有“检查结果”表，没有地方写答复。请先交表；财政局发回的工作簿里有这张表，在表里或在窗格里答复，再交一次。',
  'unsupported': '现在用的程序版本做不到这一步。请在工作簿里直接操作。',
  'too-large': '一次读取的单元格太多。请选小一些的范围。',
  'formula': '不能写入公式，也不能写入以等号开头的文字。',
  'host': '程序没有办成这一步。请重试；仍不行的，保存后关闭窗格再打开。',
};

/** What went wrong in the program, as one sentence; what the program itself said is only for the log. */
export class HostError extends Error {
  readonly code: HostCode;
  readonly cause?: unknown;

  constructor(code: HostCode, cause?: unknown) {
    super(sentences[code]);
    this.name = 'HostError';
    this.code = code;
    this.cause = cause;
  }
}

/** The most cells that are read at once. */
export const mostCells = 20000;

/** How long events are gathered, in milliseconds. */
export const gathering = 150;
