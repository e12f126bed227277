// What the pane does through a program, against a worker that is none: nothing is written by accident, whatever happens meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiError, type Api } from '../src/api/client';
import type { Checked, Finding, Indicator, Look } from '../src/api/types';
import { ExcelHost } from '../src/host/excel';
import { HostError, type Host } from '../src/host/host';
import { WpsHost } from '../src/host/wps';
import { fitOf, faultOf, targetOf } from '../src/pane/indicators';
import { NotSavedYet, Session } from '../src/pane/session';
import { told } from '../src/pane/words';
import { FakeBook, FakeSheet } from './fakes/book';
import { fakeExcel, type FakeExcel } from './fakes/excel';
import { fakeWps } from './fakes/wps';

const form = 'T3 支出总表';
const report = '检查结果';
const goals = '项目绩效目标表';

const book = (): FakeBook => {
  const table = new FakeSheet(form, 0, true);
  const codes = ['201', '20101', '2010101', '2010102', '2010103'];
  codes.forEach((code, at) => table.put('B' + (5 + at), { value: code, locked: false }).put('C' + (5 + at), { value: '科目' + code })
    .put('D' + (5 + at), { value: 10 + at, locked: false }));
  table.put('B10', { value: null, locked: false }).put('C10', { value: null, locked: false }).put('D10', { value: null, locked: false });
  const answers = new FakeSheet(report, 0, false);
  ['甲事', '乙事'].forEach((text, at) => answers.put('A' + (7 + at), { value: at + 1 }).put('D' + (7 + at), { value: text })
    .put('H' + (7 + at), { value: null, locked: false }));
  const indicators = new FakeSheet(goals, 0, true);
  [['产出指标', '数量指标', '印发文件', '≥1200份'], [null, '质量指标', null, null], ['满意度指标', '服务对象满意度指标', null, null],
    [null, null, null, null]].forEach((line, at) => line.forEach((value, column) =>
    indicators.put('ABCD'[column]! + (8 + at), { value, locked: false })));
  return new FakeBook([table, answers, indicators, new FakeSheet('_excelbudget', 2)]);
};

const finding = (rule: string, severity: Finding['severity'], sheet: string, cell: string): Finding =>
  ({ rule, category: 'total_mismatch', severity, message: rule + ' 不符', sheet, cell });

const text = (at: string, id: string, entered = true) => ({ at, id, title: id, kind: 'text' as const, entered });

const look: Look = {
  keys: ['a', 'b', 'c'],
  areas: [
    { form: 'T3', title: '支出总表', sheet: form, firstRow: 5, lastRow: 10, columns: [
      { at: 'B', id: '1', title: '科目编码', kind: 'code', codes: 'functional', entered: true },
      { at: 'C', id: '2', title: '科目名称', kind: 'codeName', entered: false },
      { at: 'D', id: '4', title: '基本支出', kind: 'amount', entered: true }] },
    { form: 'indicators', title: '绩效指标', sheet: goals, firstRow: 8, lastRow: 11,
      columns: [text('A', 'level1'), text('B', 'level2'), text('C', 'name'), text('D', 'target')] },
  ],
  cells: [],
  answers: [{ sheet: report, cell: 'H7', key: 'b' }, { sheet: report, cell: 'H8', key: 'c' }],
  indicators: {
    form: 'indicators', columns: { level1: 'level1', level2: 'level2', name: 'name', target: 'target' },
    levels: [{ level1: '产出指标', level2: ['数量指标', '质量指标', '时效指标', '成本指标'] }, { level1: '满意度指标', level2: ['服务对象满意度指标'] }],
    units: [{ names: ['人数'], refused: ['%', '次'], usual: '人', under: [] }], measured: ['数量指标'], rates: ['率', '满意度'],
    notRates: ['频率'], costs: ['成本', '费'], moreIsBetter: ['满意度', '合格率'], lessIsBetter: ['事故', '投诉'],
    commonUnits: ['人', '次', '份'], timeUnits: ['天', '月'],
  },
};

const checked = (keys = ['a', 'b', 'c']): Checked => {
  const all: Record<string, Finding> = {
    a: finding('T3-ROLLUP', 'error', form, 'D7'), b: finding('甲事', 'warning', form, 'D8'), c: finding('乙事', 'warning', form, 'D9'),
  };
  return {
    report: { files: [{
      file: '预算.xlsx', verdict: 'returned', errors: 1, warnings: 2, infos: 0, findings: keys.map(key => all[key]!), changes: [],
      unchecked: [],
    }] },
    categories: {}, look: { ...look, keys, answers: look.answers.map(each => ({ ...each })) },
    mark: { sheet: '_excelbudget', cell: 'C1', text: 'EBC1|x' },
  };
};

interface Tried { session: Session; book: FakeBook; asked: string[]; excel?: FakeExcel }

const begin = (program: 'excel' | 'wps', answer: () => Checked = checked): Tried => {
  const [known, asked] = [book(), [] as string[]];
  known.sheets[3]!.locked = false;
  const api = {
    check: async (name: string) => (asked.push('bytes ' + name), answer()),
    checkPath: async (path: string) => (asked.push('path ' + path), answer()),
    handIn: async (name: string) => (asked.push('hand in ' + name), { path: 'inbox/x', sha256: '0', state: 'waiting' }),
    handInPath: async (path: string) => (asked.push('hand in ' + path), { path: 'inbox/x', sha256: '0', state: 'waiting' }),
  } as unknown as Api;
  if (program === 'wps') return { session: new Session(new WpsHost(fakeWps(known).application), api), book: known, asked };
  const excel = fakeExcel(known);
  Object.assign(globalThis, { Excel: excel.Excel, Office: excel.Office });
  return { session: new Session(new ExcelHost() as Host, api), book: known, asked, excel };
};

const codeOf = async (work: () => Promise<unknown>): Promise<string | null> => {
  try {
    await work();
    return null;
  } catch (fault) {
    assert.match(told(fault).sentence, /^[^A-Za-z]{3,}/);
    return fault instanceof HostError || fault instanceof ApiError ? fault.code : String(fault);
  }
};

const typed = (known: FakeBook): string[] => known.edits.filter(edit => edit.sheet !== '_excelbudget').map(edit => edit.address);

for (const program of ['excel', 'wps'] as const) {
  const each = (title: string, work: (tried: Tried) => Promise<void>): void => {
    test(`${program}: ${title}`, async () => {
      const tried = begin(program);
      await tried.session.check('ask', () => undefined);
      await work(tried);
    });
  };

  each('Finding_AfterRowsWereInserted_LeadsToItsCell', async ({ session, book: known }) => {
    known.sheets[0]!.insertRow(6);
    known.sheets[0]!.insertRow(3);
    const found = await session.goTo(session.findings[0]!.finding);
    assert.deepEqual([found?.ref.address, found?.moved, known.selected], ['D9', true, 'D9']);
    known.sheets[0]!.cells.delete('B9');
    known.sheets[0]!.cells.delete('C9');
    assert.equal((await session.goTo(session.findings[0]!.finding))?.lost, true);
  });

  each('Answer_GoesIntoTheRowOfItsFinding_AlsoWhenTheReportWasSorted', async ({ session, book: known }) => {
    const sheet = known.sheet(report)!;
    for (const column of ['A', 'D']) {
      const [one, other] = [sheet.cells.get(column + '7')!, sheet.cells.get(column + '8')!];
      sheet.put(column + '7', other).put(column + '8', one);
    }

    const proposal = await session.proposeAnswer(session.findings[1]!, ' 已核对 ');
    assert.deepEqual(proposal.items.map(item => [item.ref.address, item.oldText, item.value]), [['H8', '', '已核对']]);
    assert.deepEqual(typed(known), []);
    await session.commit(proposal);
    assert.equal(sheet.cells.get('H8')!.value, '已核对');
  });

  each('Proposal_StopsWhenTheCellChangedMeanwhile', async ({ session, book: known }) => {
    const proposal = await session.proposeAnswer(session.findings[1]!, '一');
    known.set(known.sheet(report)!, 'H7', '别人写的');
    known.edits.length = 0;
    assert.equal(await codeOf(() => session.commit(proposal)), 'changed');
    assert.deepEqual(typed(known), []);
    assert.equal(await codeOf(async () => session.commit(await session.proposeAnswer(session.findings[1]!, '=1+1'))), 'formula');
  });

  each('OtherWorkbook_InFront_StopsEverything', async ({ session, book: known }) => {
    const proposal = await session.proposeAnswer(session.findings[1]!, '一');
    known.name = '别的.xlsx';
    for (const work of [() => session.commit(proposal), () => session.goTo(session.findings[0]!.finding), () => session.handIn(),
      () => session.proposeAnswer(session.findings[1]!, '二')]) assert.equal(await codeOf(work), 'other-workbook');
    assert.deepEqual(typed(known), []);
  });

  each('Sheet_DeletedOrProtectedMeanwhile_IsToldAndNothingIsWritten', async ({ session, book: known }) => {
    const proposal = await session.proposeAnswer(session.findings[1]!, '一');
    known.sheet(report)!.isProtected = true;
    known.sheet(report)!.cells.get('H7')!.locked = true;
    assert.equal(await codeOf(() => session.commit(proposal)), 'locked-cell');
    known.sheets = known.sheets.filter(sheet => sheet.name !== report && sheet.name !== form);
    assert.equal(await codeOf(() => session.commit(proposal)), 'no-sheet');
    assert.equal(await codeOf(() => session.goTo(session.findings[0]!.finding)), 'no-sheet');
    assert.deepEqual(typed(known), []);
  });

  each('Cell_OutsideOfTheMap_IsNeverWritten', async ({ session, book: known }) => {
    const outside = [[form, 'D4'], [form, 'E5'], [report, 'D7'], [report, 'H9']] as const;
    for (const ref of outside.map(([sheet, address]) => ({ sheet, address })))
      assert.equal(await codeOf(() => session.propose('x', [{ ref, value: 1, label: '' }])), 'locked-cell');
    assert.deepEqual(typed(known), []);
  });

  each('Code_GoesIntoTheSelectedRow_WithItsNameWhereNoFormulaBringsIt', async ({ session, book: known }) => {
    known.select(known.sheets[0]!, 'D10');
    const code = { listId: 'functional', list: '支出功能分类', code: '2010150', name: '事业运行', above: [] };
    assert.equal(await codeOf(() => session.proposeCode({ ...code, listId: 'economic', list: '支出经济分类' })), 'wrong_list');
    const proposal = await session.proposeCode(code);
    assert.deepEqual(proposal.items.map(item => [item.ref.address, item.value]), [['B10', '2010150'], ['C10', '事业运行']]);
    await session.commit(proposal);
    known.sheets[0]!.put('B10', { value: null, locked: false }).put('C10', { value: null, formula: '=IF(1,1)', locked: true });
    assert.deepEqual((await session.proposeCode(code)).items.map(item => item.ref.address), ['B10']);
    known.select(known.sheets[0]!, 'A1');
    assert.equal(await codeOf(() => session.proposeCode(code)), 'no_code_cell');
  });

  each('Indicators_GoIntoTheFreeRowOfTheirLevel_ElseIntoABlankOne', async ({ session, book: known }) => {
    known.select(known.sheet(goals)!, 'C9');
    const row = (level1: string, level2: string, name: string, operator: string, value: string, unit: string): Indicator =>
      ({ level1, level2, name, operator, value, unit, number: '1', raw: '' });
    const proposal = await session.proposeIndicators([
      row('产出指标', '质量指标', '合格率', '≥', '95', '%'), row('产出指标', '时效指标', '完成时间', '=', '12月底前', '')]);
    assert.deepEqual(proposal.items.map(item => [item.ref.address, item.value]), [
      ['C9', '合格率'], ['D9', '≥95%'], ['A11', '产出指标'], ['B11', '时效指标'], ['C11', '完成时间'], ['D11', '12月底前']]);
    await session.commit(proposal);
    assert.equal(await codeOf(() => session.proposeIndicators([row('产出指标', '成本指标', '印刷费', '≤', '5', '万元')])), 'no_free_row');
    known.select(known.sheets[0]!, 'D7');
    assert.equal(await codeOf(() => session.proposeIndicators([])), 'no_indicator_row');
  });

  each('Steps_GoRoundTheFindingsThatAreChosen', async ({ session }) => {
    const all = (): boolean => true;
    assert.deepEqual([1, 1, 1, 1].map(() => session.step(1, all)?.key), ['a', 'b', 'c', 'a']);
    assert.equal(session.step(-1, all)?.key, 'c');
    assert.equal(session.step(1, listed => listed.finding.severity === 'error')?.key, 'a');
    assert.equal(session.step(1, () => false), null);
  });
}

test('CheckAgain_MarksWhatIsSolvedAndWhatIsNew', async () => {
  let keys = ['a', 'b'];
  const { session } = begin('excel', () => checked(keys));
  await session.check('ask', () => undefined);
  keys = ['b', 'c'];
  await session.check('ask', () => undefined);
  assert.deepEqual(session.findings.map(each => [each.key, each.solved, each.fresh]),
    [['b', false, false], ['c', false, true], ['a', true, false]]);
  keys = ['b', 'c'];
  await session.check('ask', () => undefined);
  assert.deepEqual(session.findings.map(each => each.key), ['b', 'c']);
});

test('Check_OfAFileWithoutItsEdits_AsksFirst_AndSavesOrLeavesThem', async () => {
  const { session, book: known, asked } = begin('wps');
  known.saved = false;
  await assert.rejects(session.check('ask', () => undefined), NotSavedYet);
  assert.deepEqual(asked, []);
  await session.check('leave', () => undefined);
  assert.deepEqual([known.saved, known.edits.length], [false, 0]);
  await session.check('save', () => undefined);
  assert.deepEqual([known.saved, known.edits.map(edit => edit.address)], [true, ['C1']]);
  assert.deepEqual(asked, ['path /home/user/预算.xlsx', 'path /home/user/预算.xlsx']);
  known.saved = false;
  await session.handIn();
  assert.deepEqual([known.saved, asked[2]], [true, 'hand in /home/user/预算.xlsx']);
});

test('WorkerOnAnotherMachine_IsSentTheFile_WhereTheProgramReadsIt', async () => {
  for (const readsBytes of [true, false]) {
    const [known, asked] = [book(), [] as string[]];
    const refused = async (path: string): Promise<never> => {
      asked.push('path ' + path);
      throw new ApiError('not_this_machine', '只能在本机按路径校验。', '', 403);
    };
    const api = {
      checkPath: refused, handInPath: refused,
      check: async (name: string, data: ArrayBuffer) => (asked.push(`bytes ${name} ${data.byteLength}`), checked()),
      handIn: async (name: string) => (asked.push('hand in ' + name), { path: 'inbox/x', sha256: '0', state: 'waiting' }),
    } as unknown as Api;
    const session = new Session(new WpsHost(fakeWps(known, { readsBytes }).application), api);
    if (!readsBytes) {
      assert.equal(await codeOf(() => session.check('ask', () => undefined)), 'no-bytes');
      assert.equal(session.checked, null);
      continue;
    }

    await session.check('ask', () => undefined);
    await session.check('ask', () => undefined);
    await session.handIn();
    assert.deepEqual(asked, ['path /home/user/预算.xlsx', 'bytes 预算.xlsx 4', 'bytes 预算.xlsx 4', 'hand in 预算.xlsx']);
  }
});

test('Workbook_WithoutAReport_SaysHowItIsAnswered', async () => {
  const { session, book: known } = begin('wps', () => {
    const answer = checked();
    answer.look!.answers = [];
    return answer;
  });
  await session.check('ask', () => undefined);
  await assert.rejects(session.proposeAnswer(session.findings[1]!, '一'), /没有“检查结果”表.*交表.*发回.*答复/);
  assert.deepEqual(typed(known), []);
});

test('CellBeingEdited_IsToldAndNothingIsWritten', async () => {
  const { session, book: known, excel } = begin('excel');
  await session.check('ask', () => undefined);
  const proposal = await session.proposeAnswer(session.findings[1]!, '一');
  excel!.editing = true;
  assert.equal(await codeOf(() => session.commit(proposal)), 'editing');
  assert.equal(await codeOf(() => session.goTo(session.findings[0]!.finding)), 'editing');
  assert.equal(await codeOf(() => session.check('ask', () => undefined)), 'editing');
  excel!.editing = false;
  assert.deepEqual(typed(known), []);
  await session.commit(proposal);
  assert.deepEqual(typed(known), ['H7']);
});

test('CheckThatIsCancelled_LeavesWhatWasFound', async () => {
  const { session } = begin('excel');
  await session.check('ask', () => undefined);
  const before = session.findings;
  const running = session.check('ask', () => session.cancel());
  assert.equal(await codeOf(() => running), 'cancelled');
  assert.equal(session.findings, before);
});

test('Fit_OfAnIndicator_IsWhatThePackSays', () => {
  const choices = look.indicators!;
  assert.equal(fitOf(choices, '质量指标', '抽检合格率').operators[0], '≥');
  assert.deepEqual(fitOf(choices, '质量指标', '抽检合格率').units, ['%']);
  assert.equal(fitOf(choices, '成本指标', '印刷成本').operators[0], '≤');
  assert.equal(fitOf(choices, '数量指标', '安全事故').operators[0], '≤');
  assert.ok(!fitOf(choices, '数量指标', '培训人数').units.includes('次'));
  const row = { level1: '产出指标', level2: '数量指标', name: '培训人数', operator: '≥', value: '50', unit: '%', description: '', basis: '' };
  assert.match(faultOf(choices, row)!, /不能是“%”，一般用人/);
  assert.equal(faultOf(choices, { ...row, unit: '人' }), null);
  assert.match(faultOf(choices, { ...row, operator: '定性', unit: '' })!, /要有数量/);
  assert.match(faultOf(choices, { ...row, level1: '满意度指标' })!, /不属于/);
  const rows = [row, { ...row, operator: '=' }, { ...row, operator: '定性', value: '显著提升', unit: '' }];
  assert.deepEqual(rows.map(targetOf), ['≥50%', '50%', '显著提升']);
});
