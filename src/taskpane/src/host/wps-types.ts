// The members of WPS' add-in interface that are used here, in our own words. Every call is answered at once; collections count from 1.

export interface WpsRange {
  Value2: unknown;
  readonly Text: unknown;
  readonly Formula: unknown;
  readonly HasFormula: unknown;
  readonly Locked: unknown;
  readonly Row: number;
  readonly Column: number;
  readonly Rows: { readonly Count: number };
  readonly Columns: { readonly Count: number };
  readonly Worksheet: WpsSheet;
  Item(row: number, column: number): WpsRange;
  Address(rowAbsolute?: boolean, columnAbsolute?: boolean): string;
  Select(): unknown;
}

export interface WpsSheet {
  readonly Name: string;
  /** -1 shown, 0 hidden, 2 very hidden. */
  readonly Visible: number;
  readonly ProtectContents: boolean;
  Range(address: string): WpsRange;
  Activate(): unknown;
}

export interface WpsBook {
  readonly Name: string;
  readonly FullName: string;
  readonly Path: string;
  readonly Saved: boolean;
  readonly ReadOnly: boolean;
  readonly Worksheets: { readonly Count: number; Item(which: number | string): WpsSheet };
  readonly Names: { readonly Count: number; Item(which: number): { readonly Name: string; readonly RefersTo: string } };
  readonly CustomDocumentProperties: { readonly Count: number; Item(which: number): { readonly Name: string; readonly Value: unknown } };
  Save(): unknown;
}

export interface WpsApplication {
  readonly ActiveWorkbook: WpsBook | null;
  readonly Selection: WpsRange | null;
  readonly Version: string;
  ScreenUpdating: boolean;
  readonly ApiEvent: {
    AddApiEventListener(name: string, tell: (...parts: unknown[]) => void): unknown;
    RemoveApiEventListener(name: string, tell: (...parts: unknown[]) => void): unknown;
  };
  readonly PluginStorage: { getItem(name: string): unknown; setItem(name: string, value: string): unknown };
  /** Older programs have none, and some read no bytes. */
  readonly FileSystem?: { Exists(path: string): boolean; readonly ReadFileAsArrayBuffer?: (path: string) => unknown };
  readonly OAAssist?: { ShellExecute(url: string): unknown };
  GetTaskPane(id: number): { Visible: boolean } | null;
}
