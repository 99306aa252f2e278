/** 提醒的话: what a unit is told of what it owes. They are messages to people, so the punctuation is that of documents. */
import { type Day, daysBetween, earlier } from '../model/day.ts';
import type { Call, Due, Matter } from '../standings/matters.ts';
import { dayWords, periodKeyWords } from './periods.ts';
import type { Said } from './speech.ts';

/** Whether titles that are not open to the public may be said: to the unit itself they may, in front of everybody not. */
export type Openly = 'to-the-unit' | 'to-everybody';

/** One matter as a sentence, with the clause behind it. */
export function reminderWords(due: Due, asOf: Day, openly: Openly): Said {
  const says = matterWords(due.matter, due.call, asOf, openly);
  const rests = restsWords(due);
  return { zh: `${says.zh}（${rests.zh}）`, en: `${says.en} (${rests.en})` };
}

function matterWords(matter: Matter, call: Call | null, asOf: Day, openly: Openly): Said {
  const named = nameWords(matter, openly);
  const state = stateWords(matter, call, asOf);
  return { zh: `${named.zh}：${state.zh}。`, en: `${named.en}: ${state.en}.` };
}

/** The clause, or that there is none. */
export const restsWords = ({ rests }: Due): Said => (rests === null ? OWN_ACCORD : { zh: rests.clause, en: rests.clause });

const OWN_ACCORD: Said = { zh: '办公室工作提醒，不出自办法条款', en: 'the office reminds of its own accord, by no clause' };

const OBLIGATIONS = {
  约稿: { zh: '约稿', en: 'Commission' },
  会议: { zh: '会议传达学习情况', en: 'Report on a meeting' },
  政策: { zh: '政策贯彻落实情况', en: 'Report on a policy' },
} as const;

/** What it is. */
export function nameWords(matter: Matter, openly: Openly): Said {
  if (matter.kind === 'quota') {
    const { title, period } = matter;
    return { zh: `${title}（${periodKeyWords(period.key, 'zh')}）`, en: `${title}, ${periodKeyWords(period.key, 'en')}` };
  }
  if (matter.kind === 'correspondent') return { zh: '信息员', en: 'Correspondent' };
  if (matter.kind === 'appeal') {
    const { isOpen, appellant, appeal } = matter;
    if (openly === 'to-everybody' && !isOpen) return { zh: '申诉一件（内容不公开）', en: 'Appeal (not public)' };
    return { zh: `${appellant}${dayWords(appeal.on, 'zh')}的申诉`, en: `Appeal by ${appellant} of ${dayWords(appeal.on, 'en')}` };
  }
  const { record, kind } = matter.kind === 'obligation' ? { record: matter.obligation, kind: OBLIGATIONS[matter.obligation.kind] } : RETURNED(matter);
  if (openly === 'to-everybody' && record.openness !== '公开') return { zh: `${kind.zh}一项（内容不公开）`, en: `${kind.en} (not public)` };
  return { zh: `${kind.zh}“${record.title}”`, en: `${kind.en} “${record.title}”` };
}

const RETURNED = ({ submission }: Extract<Matter, { kind: 'returned' }>) => ({
  record: submission,
  kind: { zh: '退回修改的稿件', en: 'Returned item' },
});

/** How it stands, and what to do about it. */
export function stateWords(matter: Matter, call: Call | null, asOf: Day): Said {
  switch (matter.kind) {
    case 'quota':
      return quotaWords(matter, asOf);
    case 'obligation':
      return obligationWords(matter, asOf);
    case 'appeal':
      return appealWords(matter, asOf);
    case 'returned':
      return {
        zh: `${dayWords(matter.returned, 'zh')}退回，${call?.stage === 'again' ? '至今' : '尚'}未重新报送，请修改后报送`,
        en: `returned on ${dayWords(matter.returned, 'en')} and not filed again; please revise it`,
      };
    case 'correspondent':
      return { zh: '尚未登记，请确定人员并报办公室', en: 'none is registered; please name one to the office' };
  }
}

function quotaWords({ count, quota, due, period }: Extract<Matter, { kind: 'quota' }>, asOf: Day): Said {
  const until = earlier(asOf, period.to);
  const figures = {
    zh: `应完成${quota}件，截至${dayWords(until, 'zh')}完成${count}件`,
    en: `${quota} owed, ${count} done as of ${dayWords(until, 'en')}`,
  };
  if (count >= quota) return { zh: `${figures.zh}，本半月没有新的报送`, en: `${figures.en}, none in this half month` };
  const missing = Math.ceil(quota - count);
  const by = due < asOf ? null : byWords(due, asOf);
  return {
    zh: `${figures.zh}，${by === null ? `差${missing}件未完成` : `尚差${missing}件，${by.zh}完成`}`,
    en: `${figures.en}, ${missing} ${by === null ? 'short' : `missing, ${by.en}`}`,
  };
}

/** Until when, the last day included. */
function byWords(due: Day, asOf: Day): Said {
  const left = daysBetween(asOf, due);
  if (left === 0) return { zh: `今天（${dayWords(due, 'zh')}）是最后一天，请于今天`, en: `today, ${dayWords(due, 'en')}, is the last day` };
  return {
    zh: `请于${dayWords(due, 'zh')}前（含当日，还有${left}天）`,
    en: `by ${dayWords(due, 'en')} (${left} ${left === 1 ? 'day' : 'days'} left)`,
  };
}

function obligationWords({ due, obligation }: Extract<Matter, { kind: 'obligation' }>, asOf: Day): Said {
  if (due === null)
    return {
      zh: `${dayWords(obligation.on, 'zh')}${BEGAN[obligation.kind].zh}，尚未收到，请尽快报送`,
      en: `${BEGAN[obligation.kind].en} on ${dayWords(obligation.on, 'en')} and not received; please file it soon`,
    };
  if (due < asOf)
    return {
      zh: `已于${dayWords(due, 'zh')}到期，尚未收到，请尽快补报`,
      en: `was due on ${dayWords(due, 'en')} and has not been received; please file it all the same`,
    };
  const by = byWords(due, asOf);
  return { zh: `尚未收到，${by.zh}报送`, en: `not received yet, ${by.en}` };
}

function appealWords({ due }: Extract<Matter, { kind: 'appeal' }>, asOf: Day): Said {
  if (due < asOf)
    return {
      zh: `应于${dayWords(due, 'zh')}前决定，已超期，请尽快作出决定`,
      en: `was to be decided by ${dayWords(due, 'en')}; please decide it soon`,
    };
  const by = byWords(due, asOf);
  return { zh: `尚未决定，${by.zh}作出决定`, en: `not decided yet, ${by.en}` };
}

const BEGAN = {
  约稿: { zh: '约稿', en: 'asked for' },
  会议: { zh: '召开', en: 'held' },
  政策: { zh: '出台', en: 'issued' },
} as const;

/** The ordinances on which reminders rest, by title and number: 《…》（…〔2020〕33号）. */
export function ordinancesNamed(dues: readonly Due[]): string[] {
  const policies = dues.flatMap(({ rests }) => rests?.policy ?? []);
  return [...new Set(policies)].map(({ title, number }) => `《${title}》${number === undefined ? '' : `（${number}）`}`);
}

export const MESSAGE = {
  greeting: (unit: string): string => `${unit}：`,
  opening: '您好！现将贵单位有关信息报送事项提醒如下：',
  closing: '请按时办理；已经办理的，请忽略本提醒。',
  clauses: (ordinances: readonly string[]): string => (ordinances.length === 0 ? '' : `括号内为${ordinances.join('、')}的条款。`),
} as const;

export const NOTHING: Said = { zh: '没有需要提醒的事项。', en: 'Nothing to remind of.' };

export const CALENDAR: Said = { zh: '信息报送待办事项', en: 'What is owed in news work' };
export const CHAT_TITLE = '信息报送提醒';
