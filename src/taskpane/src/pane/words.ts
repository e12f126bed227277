// Words of the pane that stand in several places.
import { ApiError } from '../api/client';
import { HostError } from '../host/host';
import type { Place, Receipt, Step } from '../api/types';

export const severities = { error: '错误', warning: '疑点', info: '提示' } as const;

export type Severity = keyof typeof severities;

export const placeOf = (place: Place): string => [place.sheet, place.cell].filter(Boolean).join(' ');

/** A fault as a sentence and what to do; whatever it is, never the program's own words. */
export const told = (fault: unknown): { code: string; sentence: string; todo: string } => {
  if (fault instanceof ApiError) return { code: fault.code, sentence: fault.message, todo: fault.todo };
  if (fault instanceof HostError) return { code: fault.code, sentence: fault.message, todo: '' };
  return { code: 'pane', sentence: '窗格出错，没有写入任何内容。', todo: '请关闭窗格后重新打开。' };
};

export const verdicts: Record<string, string> = {
  accepted: '已通过', returned: '已退回，请按检查结果改正后重新交表', unreadable: '读不出来，没有收下', refused: '没有收下',
};

/** What became of a file that was handed in: one that is held counts for nothing yet, whatever was found in it. */
export const outcomeOf = (receipt: Receipt): string =>
  receipt.hold ? `待核：${receipt.heldBecause || '需要财政局经办人核实'}。经办人处理以前，不算已交表` : verdicts[receipt.verdict ?? ''] ?? '已处理';

/** The step of the workbook: what was handed in is not late. */
export const stepWords = (step: Step): string =>
  `${step.name}：${step.due} 截止，${step.isDone ? step.state : step.closed && step.daysLeft < 0 ? '环节已结束' : dueWords(step.daysLeft)}`;

export const dueWords = (daysLeft: number): string =>
  daysLeft < 0 ? `已逾期 ${-daysLeft} 天` : daysLeft === 0 ? '今天截止' : `还有 ${daysLeft} 天`;
