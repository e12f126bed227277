// The pane beside a workbook that is drawn: a file somebody chooses, or one that was handed in.
import { Api, ApiError } from '../api/client';
import { Grid } from '../grid/grid';
import { PreviewHost } from '../host/preview';
import { App } from '../pane/app';
import { button, h } from '../pane/dom';
import { Session } from '../pane/session';

export const startPreview = (go: string | null): void => {
  const api = new Api();
  const host = new PreviewHost(api);
  const app = new App(new Session(host, api), document.getElementById('pane')!);
  const grid = new Grid(host, fault => app.fail(fault));
  const input = h('input', { type: 'file', id: 'file', class: 'unseen', accept: '.xlsx,.xlsm,.xls,.et,.ods' });
  const name = h('span', { class: 'name' });
  const welcome = h('p', { class: 'hint' }, '选择或拖入一本下发、填好或退回的工作簿：这里画出它的样子，可以校验、改动未锁定的单元格，再下载或交表。');
  const show = (title: string, data: ArrayBuffer): Promise<boolean> => app.tried(async () => {
    const checked = await api.check(title, data, true);
    if (!checked.look?.book) throw new ApiError('unreadable', checked.sentence ?? '这个文件读不出来。');
    host.open({ name: title, data, checked });
    name.textContent = title;
    welcome.hidden = true;
    // what it says is known with its cells: a workbook is not sent twice
    await app.session.take(checked, title, null, false);
    app.refresh();
  });
  app.addAnswers = async () => {
    const book = await host.workbook();
    await app.session.take(await host.annotate(), book!.name, null, true);
    app.refresh();
  };
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void read(file).then(data => show(file.name, data));
  });
  const book = document.getElementById('book')!;
  const download = button('下载', () => void app.tried(() => host.save()), { 'data-do': 'download', title: '下载改动后的工作簿' });
  book.append(h('div', { class: 'opening' }, input, h('label', { for: 'file', class: 'choose' }, '选择工作簿'), name, download),
    welcome, grid.element);
  book.addEventListener('dragover', event => event.preventDefault());
  book.addEventListener('drop', event => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void read(file).then(data => show(file.name, data));
  });
  const submission = new URLSearchParams(location.search).get('submission');
  void app.start(submission ? null : go).then(async () => {
    if (submission) await app.tried(async () => {
      const file = await api.submitted(submission);
      await show(file.name, file.data);
    });
  });
};

const read = (file: File): Promise<ArrayBuffer> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result as ArrayBuffer);
  reader.onerror = () => reject(new ApiError('unreadable', '这个文件读不出来。'));
  reader.readAsArrayBuffer(file);
});
