/** Words of the wall screen. */
import type { Language } from './speech.ts';

const zh = {
  title: '大屏展示',
  leave: '返回概览',
  /** What keys do; shown for a moment after a key or the mouse. */
  keys: '← → 换页　空格 暂停　F 全屏　Esc 退出',
  paused: '已暂停',
  asOf: (day: string): string => `数据截至 ${day}`,
  ranking: (period: string): string => `${period}得分排名`,
  part: (from: number, to: number, of: number): string => `第 ${from}–${to} 个，共 ${of} 个单位`,
  facts: (period: string): string => `${period}各单位得分`,
  noRanks: '按登记顺序列出，不排名次',
  cut: (shown: number, of: number): string => `列出 ${shown} 个，共 ${of} 个单位`,
  ranks: '名次走势',
  trend: '得分走势',
  latest: '最新采用与批示',
  adoptions: '采用',
  instructions: '批示',
  duties: '本月任务',
  dutiesNext: '接下来',
  bulletin: '最新通报',
  plan: '宣传方案',
  empty: '还没有记录。',
  year: (year: string): string => `${year}年以来得分`,
  yearBefore: (points: string): string => `上年同期 ${points}`,
  filed: (year: string): string => `${year}年以来报送稿件`,
  adopted: (year: string): string => `${year}年以来采用稿件`,
  sameDays: '（截至同一天）',
};

const en: typeof zh = {
  title: 'Wall screen',
  leave: 'Back to the overview',
  keys: '← → turn   Space pause   F full screen   Esc leave',
  paused: 'Paused',
  asOf: (day) => `As of ${day}`,
  ranking: (period) => `Ranking, ${period}`,
  part: (from, to, of) => `${from}–${to} of ${of} units`,
  facts: (period) => `Points, ${period}`,
  noRanks: 'In the order of the register, without ranks',
  cut: (shown, of) => `${shown} of ${of} units`,
  ranks: 'Ranks over time',
  trend: 'Points over time',
  latest: 'Latest adoptions and instructions',
  adoptions: 'Adoptions',
  instructions: 'Instructions',
  duties: 'Duties of the month',
  dutiesNext: 'Next',
  bulletin: 'Latest bulletin',
  plan: 'Publicity plan',
  empty: 'No records yet.',
  year: (year) => `Points in ${year}`,
  yearBefore: (points) => `same days last year: ${points}`,
  filed: (year) => `Items filed in ${year}`,
  adopted: (year) => `Items adopted in ${year}`,
  sameDays: ' (to the same day)',
};

export type ScreenWords = typeof zh;
export const screenWords = (language: Language): ScreenWords => ({ zh, en })[language];
