// Asks the worker, over plain XMLHttpRequest: fetch hangs in some of the engines WPS brings.
import type { Checked, EntryBody, FoundCode, Hello, Indicator, Receipt } from './types';

/** What went wrong: a code for the pane, a sentence and what to do for people. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly todo: string;

  constructor(code: string, sentence: string, todo = '', status = 0) {
    super(sentence);
    this.name = 'ApiError';
    this.code = code;
    this.todo = todo;
    this.status = status;
  }
}

export interface Asking {
  /** Told of what was sent, 0 to 1. */
  onProgress?: (part: number) => void;
  /** Given a function that breaks the request off. */
  onStart?: (cancel: () => void) => void;
  /** After how many milliseconds it is given up; 0 for never. */
  timeout?: number;
}

const noWorker = (): ApiError =>
  new ApiError('no_worker', '连不上部门预算校验服务。', '请确认服务已启动（ExcelBudget 正在运行），再点“重试”。');

// it had been sent, and nobody can tell how far the worker came with it
const brokenOff = (): ApiError => new ApiError('no_worker', '办到一半，与部门预算校验服务的连接断开了。',
  '工作簿没有改动，写好还没写入的答复也还在。请点“重试”连上服务，再做一次；交表的，以回执为准。');

interface Request { method: string; url: string; body?: Blob | string; type?: string; headers?: Record<string, string> }

export class Api {
  private readonly base: string;
  private token: string | null;
  private pane: string | null = null;

  constructor(base = '', token: string | null = null) {
    this.base = base;
    this.token = token;
  }

  /** The token of a person, where the worker asks for one. */
  useToken(token: string | null): void {
    this.token = token;
  }

  async hello(): Promise<Hello> {
    const hello = await this.json<Hello>({ method: 'GET', url: '/api/pane/hello' }, { timeout: 3000 });
    // another program may have the port
    if (hello.program !== 'ExcelBudget') throw noWorker();
    this.pane = hello.paneToken;
    return hello;
  }

  check(name: string, data: ArrayBuffer, withCells: boolean, asking: Asking = {}): Promise<Checked> {
    const query = '?name=' + encodeURIComponent(name) + (withCells ? '&cells=true' : '');
    return this.json<Checked>(file('/api/pane/check' + query, data), asking);
  }

  checkPath(path: string, asking: Asking = {}): Promise<Checked> {
    return this.withPane(headers => this.json<Checked>(body('/api/pane/check-path', { path }, headers), asking));
  }

  handIn(name: string, data: ArrayBuffer, department: string): Promise<Receipt> {
    const query = '?name=' + encodeURIComponent(name) + (department ? '&department=' + encodeURIComponent(department) : '');
    return this.json<Receipt>(file('/api/hand-in' + query, data), {});
  }

  handInPath(path: string, department: string): Promise<Receipt> {
    return this.withPane(headers => this.json<Receipt>(body('/api/pane/hand-in-path', { path, department }, headers), {}));
  }

  receipt(known: Receipt): Promise<Receipt> {
    const query = '?path=' + encodeURIComponent(known.path) + '&sha256=' + encodeURIComponent(known.sha256);
    return this.json<Receipt>({ method: 'GET', url: '/api/hand-in' + query }, { timeout: 10000 });
  }

  enter(name: string, content: string, entries: EntryBody[]): Promise<Checked> {
    return this.json<Checked>(body('/api/pane/enter', { name, content, entries }, {}), {});
  }

  /** The workbook with the sheet for answers in it. */
  annotated(name: string, data: ArrayBuffer): Promise<Checked> {
    return this.json<Checked>(file('/api/pane/annotated?name=' + encodeURIComponent(name), data), {});
  }

  async codes(query: string, pack: string | undefined): Promise<FoundCode[]> {
    const url = '/api/codes?q=' + encodeURIComponent(query) + (pack ? '&pack=' + encodeURIComponent(pack) : '');
    return (await this.json<{ codes: FoundCode[] }>({ method: 'GET', url }, { timeout: 10000 })).codes;
  }

  async indicators(text: string): Promise<Indicator[]> {
    const request = { method: 'POST', url: '/api/pane/indicators', body: text, type: 'text/plain; charset=utf-8' };
    return (await this.json<{ indicators: Indicator[] }>(request, { timeout: 10000 })).indicators;
  }

  /** A workbook that was handed in: as it was returned with its findings, else as it came. */
  async submitted(id: string): Promise<{ name: string; data: ArrayBuffer }> {
    const url = '/api/submissions/' + encodeURIComponent(id) + '/files/';
    return this.file(url + 'annotated').catch((fault: unknown) => {
      if (fault instanceof ApiError && fault.status === 404) return this.file(url + 'archived');
      throw fault;
    });
  }

  // the worker was started again, and has a new word for its pane
  private async withPane<T>(ask: (headers: Record<string, string>) => Promise<T>): Promise<T> {
    if (this.pane === null) await this.hello();
    try {
      return await ask({ 'X-Pane-Token': this.pane ?? '' });
    } catch (fault) {
      if (!(fault instanceof ApiError) || fault.code !== 'bad_pane_token') throw fault;
      await this.hello();
      return ask({ 'X-Pane-Token': this.pane ?? '' });
    }
  }

  private file(url: string): Promise<{ name: string; data: ArrayBuffer }> {
    return new Promise((resolve, reject) => {
      const asked = new XMLHttpRequest();
      asked.open('GET', this.base + url);
      asked.responseType = 'arraybuffer';
      if (this.token) asked.setRequestHeader('Authorization', 'Bearer ' + this.token);
      asked.onload = () => {
        if (asked.status !== 200) return reject(new ApiError('not_found', '没有这份报送，或原件已不在存档中。', '', asked.status));
        const name = /filename\*=UTF-8''([^;]+)/.exec(asked.getResponseHeader('Content-Disposition') ?? '')?.[1];
        resolve({ name: name ? decodeURIComponent(name) : '工作簿.xlsx', data: asked.response as ArrayBuffer });
      };
      asked.onerror = () => reject(noWorker());
      asked.send();
    });
  }

  private json<T>(request: Request, asking: Asking): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const asked = new XMLHttpRequest();
      asked.open(request.method, this.base + request.url);
      asked.timeout = asking.timeout ?? 0;
      if (request.type) asked.setRequestHeader('Content-Type', request.type);
      if (this.token) asked.setRequestHeader('Authorization', 'Bearer ' + this.token);
      for (const name of Object.keys(request.headers ?? {})) asked.setRequestHeader(name, request.headers![name]!);
      asked.onload = () => {
        const answer = parsed(asked.responseText);
        if (asked.status >= 200 && asked.status < 300 && answer) resolve(answer as T);
        else reject(problem(asked.status, answer));
      };
      let isSent = false;
      asked.upload.onload = () => {
        isSent = true;
      };
      asked.onerror = () => reject(isSent ? brokenOff() : noWorker());
      asked.ontimeout = () => reject(noWorker());
      asked.onabort = () => reject(new ApiError('cancelled', '已取消。'));
      if (asking.onProgress) asked.upload.onprogress = event => asking.onProgress!(event.total ? event.loaded / event.total : 0);
      asking.onStart?.(() => asked.abort());
      asked.send(request.body ?? null);
    });
  }
}

const file = (url: string, data: ArrayBuffer): Request =>
  ({ method: 'POST', url, body: new Blob([data]), type: 'application/octet-stream' });

const body = (url: string, content: unknown, headers: Record<string, string>): Request =>
  ({ method: 'POST', url, body: JSON.stringify(content), type: 'application/json', headers });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const problem = (status: number, answer: unknown): ApiError => {
  const told = answer as { type?: string; title?: string; detail?: string } | null;
  if (!told || typeof told.title !== 'string') return new ApiError('bad_answer', '服务的回答看不懂。', '可能是别的程序占用了端口，请联系管理员。', status);
  return new ApiError((told.type ?? '').replace('urn:excelbudget:', ''), told.title, told.detail ?? '', status);
};
