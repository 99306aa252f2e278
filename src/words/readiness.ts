/** Words for what stands in the way of closing a period, and for what should be known before it is closed. */
import type { Said } from './speech.ts';

/** What may keep a period from being closed (`BARS` says which does). */
export type Doubt =
  | { readonly code: 'not-over'; readonly to: string }
  | { readonly code: 'no-ordinance'; readonly on: string }
  | { readonly code: 'issued' }
  | { readonly code: 'overlap'; readonly other: string }
  | { readonly code: 'gap'; readonly from: string; readonly to: string }
  | { readonly code: 'errors'; readonly count: number }
  | { readonly code: 'warnings'; readonly count: number }
  | { readonly code: 'unapproved'; readonly record: string; readonly missing: readonly string[] }
  | { readonly code: 'returned'; readonly record: string }
  | { readonly code: 'obligation-open'; readonly obligation: string; readonly unit: string; readonly due: string }
  | { readonly code: 'duty-running'; readonly duty: string; readonly unit: string; readonly period: string }
  | { readonly code: 'level-open'; readonly record: string }
  | { readonly code: 'later-ones-issued'; readonly first: string };

const BARS: ReadonlySet<Doubt['code']> = new Set(['not-over', 'no-ordinance', 'issued', 'overlap', 'gap', 'errors']);

/** Whether the period cannot be closed because of it. */
export const barsClosing = ({ code }: Doubt): boolean => BARS.has(code);

type DoubtSpeech = { readonly [C in Doubt['code']]: (doubt: Extract<Doubt, { code: C }>) => Said };

/** A sentence for a doubt, with what to do about it. */
export function doubtWords(doubt: Doubt): Said {
  const speak = DOUBTS[doubt.code] as (doubt: Doubt) => Said;
  return speak(doubt);
}

const DOUBTS: DoubtSpeech = {
  'not-over': ({ to }) => ({
    zh: `周期到 ${to} 才结束,结束后才能通报。`,
    en: `The period ends on ${to}; a bulletin can be made once it is over.`,
  }),
  'no-ordinance': ({ on }) => ({
    zh: `${on} 没有施行中的办法,无法计分。请在 data/site.yaml 的 policies 中写明所用办法。`,
    en: `No ordinance was in force on ${on}, so nothing can be counted. Name it under \`policies\` in data/site.yaml.`,
  }),
  issued: () => ({
    zh: '这一期已经有通报。签发后不再改动,更正会自动记入下一期;还没有签发的,用 --renew 重新生成。',
    en: 'This period has its bulletin. Once issued it never changes, and corrections go into the next; one that is not signed yet can be made anew with --renew.',
  }),
  overlap: ({ other }) => ({
    zh: `与已有的通报 ${other} 部分重叠。请选互不重叠、或完全包含的周期。`,
    en: `It overlaps the bulletin ${other} in part. Choose a period that contains it or shares no day with it.`,
  }),
  gap: ({ from, to }) => ({
    zh: `${from} 至 ${to} 还没有通报。请先补发这段日期,或运行 tongbao bulletin(不写周期)补齐。`,
    en: `The days ${from} to ${to} have no bulletin yet. Issue them first, or run tongbao bulletin without a period, which makes all that are due.`,
  }),
  errors: ({ count }) => ({
    zh: `检查发现 ${count} 项错误,有关记录没有计入。请先改正(tongbao check)。`,
    en: `The check has ${count} errors, whose records are not counted. Mend them first (tongbao check).`,
  }),
  warnings: ({ count }) => ({ zh: `检查有 ${count} 项提醒,请看 tongbao check。`, en: `The check has ${count} warnings; see tongbao check.` }),
  unapproved: ({ record, missing }) => ({
    zh: `${record} 的审批还缺:${missing.join('、')}。没有补齐则不计分。`,
    en: `${record} lacks approvals: ${missing.join(', ')}. Without them it earns nothing.`,
  }),
  returned: ({ record }) => ({
    zh: `${record} 已退回,还没有修改通过,不计入。`,
    en: `${record} was returned and is not accepted yet: it does not count.`,
  }),
  'obligation-open': ({ obligation, unit, due }) => ({
    zh: `任务 ${obligation}:${unit} 尚未报送,期限 ${due},结果记入到期的一期。`,
    en: `Obligation ${obligation}: ${unit} has not answered; due ${due}, and booked in the period of that day.`,
  }),
  'duty-running': ({ duty, unit, period }) => ({
    zh: `任务 ${duty}(${period}):${unit} 还没有完成,期末再结。`,
    en: `Duty ${duty} (${period}): ${unit} has not met it yet; it is settled at the end of that period.`,
  }),
  'level-open': ({ record }) => ({
    zh: `${record} 的媒体级别未定,没有计分。`,
    en: `The level of an outlet of ${record} is open, so it earns nothing yet.`,
  }),
  'later-ones-issued': ({ first }) => ({
    zh: `后面的通报 ${first} 已经发出;本期按已公布的数字编制。`,
    en: `The later bulletin ${first} is issued already; this one is made of the figures as published.`,
  }),
};
