// Which program it is, says the page that was opened: nothing is guessed.
import { Api } from '../api/client';
import { ExcelHost } from '../host/excel';
import type { Host } from '../host/host';
import { WpsHost } from '../host/wps';
import type { WpsApplication } from '../host/wps-types';
import { App } from '../pane/app';
import { h } from '../pane/dom';
import { Session } from '../pane/session';
import { startPreview } from './preview';

/** How often WPS is asked what its ribbon wants, in milliseconds: nobody calls us there. */
const polling = 300;

/** How long office.js may take, in milliseconds. */
const patience = 10000;

const go = new URLSearchParams(location.search).get('go');

const begin = (host: Host): App => {
  const app = new App(new Session(host, new Api()), document.getElementById('pane')!);
  void app.start(go);
  return app;
};

const sorry = (title: string, todo: string): void => {
  document.getElementById('pane')!.append(h('div', { class: 'notice bad', role: 'alert' }, h('strong', {}, title), h('span', {}, todo)));
};

const inExcel = (): void => {
  if (typeof Office === 'undefined') {
    return sorry('缺少 Office 的脚本文件 office.js。', '请管理员按安装说明把它放到程序的 office-js 文件夹。在浏览器中看工作簿，请打开 /pane/preview.html。');
  }

  const timer = setTimeout(() => sorry('没有连上 Excel。', '请从 Excel 的加载项中打开本窗格。'), patience);
  void Office.onReady(info => {
    clearTimeout(timer);
    if (info.host === null) return sorry('这个页面要在 Excel 里打开。', '请从 Excel 的加载项中打开；在浏览器中看工作簿，请打开 /pane/preview.html。');
    if (!Office.context.requirements.isSetSupported('ExcelApi', '1.7'))
      return sorry('这个版本的 Excel 太旧。', '请升级 Excel，或用网页上传工作簿；工作簿本身的“校验”表照常可用。');
    begin(new ExcelHost());
  });
};

const inWps = (): void => {
  const known = window as unknown as { Application?: WpsApplication; wps?: WpsApplication };
  const application = known.Application ?? known.wps;
  if (!application) return sorry('这个页面要在 WPS 表格里打开。', '请从 WPS 表格的“部门预算”选项卡打开；在浏览器中看工作簿，请打开 /pane/preview.html。');
  const host = new WpsHost(application);
  const app = begin(host);
  // the shell says a word and a number that grows; what stood there before was for this opening
  let seen = host.asked();
  setInterval(() => {
    const asked = host.asked();
    if (asked === null || asked === seen) return;
    seen = asked;
    void app.go(asked.split(' ')[0] ?? null);
  }, polling);
};

const hosts: Record<string, () => void> = { excel: inExcel, wps: inWps, preview: () => startPreview(go) };

hosts[document.documentElement.dataset['host'] ?? 'preview']?.();
