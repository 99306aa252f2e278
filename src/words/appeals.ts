/** Words of appeals on pages and on the command line: what was asked, how it was decided, what it led to. */
import type { Decision } from '../model/records.ts';
import type { Language } from './speech.ts';

const zh = {
  title: '申诉',
  ofBulletin: '对本期通报的申诉',
  ofBulletinCaption: '对本期通报提出的申诉、决定，以及因此作出的更正',
  ofSubmission: '对本稿的申诉',
  ofUnit: '本单位的申诉',
  open: '未决的申诉',
  noneOpen: '没有未决的申诉。',
  hidden: (count: number) => `另有 ${count} 件涉及不公开的内容，不在此列出。`,
  columns: { filed: '申诉', about: '对象', asks: '请求和理由', decision: '决定', led: '更正' },
  bulletin: (period: string) => `${period}通报`,
  clause: (clause: string) => `条款 ${clause}`,
  item: '记录',
  because: (grounds: string) => `理由：${grounds}`,
  reasons: (reasons: string) => `理由：${reasons}`,
  results: { 支持: '支持', 部分支持: '部分支持', 不支持: '不支持' } satisfies Record<Decision['result'], string>,
  undecided: '未决',
  overdue: '超期未决',
  dueBy: (day: string, clause: string) => `应于 ${day} 前决定（${clause}）`,
  withdrawn: '已撤回',
  withdrawnOn: (day: string) => `${day} 撤回`,
  changed: (records: string) => `改动的记录：${records}`,
  otherChanges: (count: number) => `另有 ${count} 条不公开或者已经删除`,
  pending: '没有得分变动',
  correction: (unit: string, points: string, period: string) => `${unit} ${points}，更正${period}`,
  steps: {
    filed: (unit: string) => `${unit}申诉`,
    decided: (by: string, result: string) => `${by}决定：${result}`,
    decidedByNobody: (result: string) => `申诉决定：${result}`,
    withdrawn: (unit: string) => `${unit}撤回申诉`,
  },
  telling: {
    asks: '请求',
    grounds: '理由',
  },
};

export type AppealPageWords = typeof zh;

const en: AppealPageWords = {
  title: 'Appeals',
  ofBulletin: 'Appeals against this bulletin',
  ofBulletinCaption: 'Appeals against this bulletin, how they were decided, and the corrections that came of them',
  ofSubmission: 'Appeals about this item',
  ofUnit: 'Appeals of the unit',
  open: 'Open appeals',
  noneOpen: 'No appeal is open.',
  hidden: (count) =>
    `${count} more ${count === 1 ? 'concerns' : 'concern'} what is not open to the public and ${count === 1 ? 'is' : 'are'} not listed.`,
  columns: { filed: 'Appeal', about: 'About', asks: 'Asked, and why', decision: 'Decision', led: 'Corrections' },
  bulletin: (period) => `bulletin of ${period}`,
  clause: (clause) => `clause ${clause}`,
  item: 'record',
  because: (grounds) => `Grounds: ${grounds}`,
  reasons: (reasons) => `Reasons: ${reasons}`,
  results: { 支持: 'upheld', 部分支持: 'upheld in part', 不支持: 'rejected' },
  undecided: 'open',
  overdue: 'overdue',
  dueBy: (day, clause) => `to be decided by ${day} (${clause})`,
  withdrawn: 'withdrawn',
  withdrawnOn: (day) => `withdrawn on ${day}`,
  changed: (records) => `Records changed: ${records}`,
  otherChanges: (count) => `${count} more that ${count === 1 ? 'is' : 'are'} not public, or gone`,
  pending: 'No points have changed',
  correction: (unit, points, period) => `${unit} ${points}, correcting ${period}`,
  steps: {
    filed: (unit) => `Appeal by ${unit}`,
    decided: (by, result) => `Decided by ${by}: ${result}`,
    decidedByNobody: (result) => `Appeal decided: ${result}`,
    withdrawn: (unit) => `Appeal withdrawn by ${unit}`,
  },
  telling: { asks: 'asked', grounds: 'grounds' },
};

export const appealPageWords = (language: Language): AppealPageWords => ({ zh, en })[language];
