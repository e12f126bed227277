// Without the worker: what the workbook's own 校验 sheet says.
import type { Host } from '../host/host';
import { h } from './dom';

const sheet = '校验';

/** The lines of the sheet that are looked at: what is to be mended stands above all others. */
const lines = 60;

/** A word of the sheet that says something is wrong. */
const wrong = /不通过|未检查|尾差/;

export const offlineSheet = async (host: Host): Promise<HTMLElement> => {
  try {
    const rows = await host.read({ sheet, address: `A1:L${lines}` });
    const told = rows.map(row => row.map(cell => cell.text.trim()).filter(text => text.length > 0).join('　'))
      .filter(text => text.length > 0);
    const faults = told.filter(text => wrong.test(text));
    return h('section', { class: 'offline', 'aria-label': '校验表的结果' }, h('h2', {}, '工作簿“校验”表的结果'),
      h('p', {}, '下面是工作簿自己算出的结果，只核对勾稽关系，没有疑点、绩效指标和文字的检查。'),
      h('ul', {}, ...(faults.length > 0 ? faults : told.slice(0, 8)).map(text => h('li', {}, text))));
  } catch {
    return h('section', { class: 'offline' }, h('p', {}, '这本工作簿里没有“校验”表，或者现在读不出来。'));
  }
};
