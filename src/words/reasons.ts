/** Why a credit has the points it has, in words. */
import type { Cause } from '../ledger/written/bulletin.ts';
import type { Day } from '../model/day.ts';
import type { Reason, RecordKind } from '../scoring/credit.ts';
import { dayWords, periodKeyWords } from './periods.ts';
import { pointsWords } from './points.ts';
import { type Coded, type Language, listed, type Said } from './speech.ts';

/** How a record is called: what the page or the terminal shows for its id. */
export type Called = (record: string) => string;

type ReasonSpeech = { readonly [C in Reason['code']]: (reason: Coded<Reason, C>, called: Called) => Said };

/** The reason of a credit as a short sentence without a full stop. Records are named by `called`, by their ids unless given. */
export function reasonWords(reason: Reason, language: Language, called: Called = (record) => record): string {
  const speak = REASONS[reason.code] as (reason: Reason, called: Called) => Said;
  return speak(reason, called)[language];
}

/** The reason of a credit in a lock, in Chinese; nothing for one that a later version of this program wrote. */
export const lockedReasonWords = (reason: { readonly code: string }, called: Called): string =>
  Object.hasOwn(REASONS, reason.code) ? reasonWords(reason as Reason, 'zh', called) : '';

const just = (zh: string, en: string) => (): Said => ({ zh, en });

/** What happened to a file after the figures were published: 补记 data/…/0305-x.yaml（经申诉更正，申诉编号 …；提交 1a2b3c4）. */
export function causeWords({ what, file, commit, appeal }: Cause): Said {
  const { zh, en } = CAUSES[what];
  if (file === undefined) return { zh, en };
  const facts = [
    ...(appeal === undefined ? [] : [{ zh: `经申诉更正，申诉编号 ${appeal}`, en: `upheld on appeal ${appeal}` }]),
    ...(commit === undefined ? [] : [{ zh: `提交 ${commit.slice(0, 7)}`, en: `commit ${commit.slice(0, 7)}` }]),
  ];
  if (facts.length === 0) return { zh: `${zh} ${file}`, en: `${en} ${file}` };
  return { zh: `${zh} ${file}（${facts.map((fact) => fact.zh).join('；')}）`, en: `${en} ${file} (${facts.map((fact) => fact.en).join('; ')})` };
}

const CAUSES: Readonly<Record<Cause['what'], Said>> = {
  added: { zh: '补记', en: 'recorded late:' },
  changed: { zh: '修改', en: 'changed:' },
  deleted: { zh: '删除', en: 'deleted:' },
  approved: { zh: '此后才审批齐全', en: 'approved only afterwards:' },
  program: { zh: '程序的计算有变', en: 'the program counts otherwise now' },
};

const REASONS: ReasonSpeech = {
  corrected: ({ period, causes }) => {
    const said = causes.map(causeWords);
    return {
      zh: `更正${periodKeyWords(period, 'zh')}的通报${said.length === 0 ? '' : `：${said.map(({ zh }) => zh).join('；')}`}`,
      en: `corrects the bulletin of ${periodKeyWords(period, 'en')}${said.length === 0 ? '' : `: ${said.map(({ en }) => en).join('; ')}`}`,
    };
  },
  counted: just('按条款计分', 'counted by the clause'),
  raised: ({ worth, booked, replaces }, called) => ({
    zh: `现应计${pointsWords(worth, 'zh')}，此前按 ${called(replaces)} 已计${pointsWords(booked, 'zh')}，这里计差额`,
    en: `now worth ${pointsWords(worth, 'en')}; ${pointsWords(booked, 'en')} had been booked for ${called(replaces)}, and this is the difference`,
  }),
  withdrawn: ({ by }, called) => ({
    zh: `此前所计的分不再成立，予以冲回${by === null ? '' : `(依据 ${called(by)}）`}`,
    en: `what was booked before no longer holds and is taken back${by === null ? '' : ` (for ${called(by)})`}`,
  }),
  overridden: ({ by }, called) => ({
    zh: `该稿件以 ${called(by)} 为准，其他得分全部取消`,
    en: `${called(by)} stands for all that the item earns; nothing else counts`,
  }),
  'pool-capped': ({ cap }) =>
    cap.startsWith('-')
      ? {
          zh: `每件稿件在这一类最多扣${pointsWords(cap.slice(1), 'zh')}`,
          en: `an item loses at most ${pointsWords(cap.slice(1), 'en')} of this kind`,
        }
      : {
          zh: `每件稿件在这一类最多计${pointsWords(cap, 'zh')}`,
          en: `an item earns at most ${pointsWords(cap, 'en')} of this kind`,
        },
  zeroed: ({ period, by }, called) => ({
    zh: `因 ${called(by)}，${periodKeyWords(period, 'zh')}得分计零`,
    en: `the points of ${periodKeyWords(period, 'en')} are set to zero because of ${called(by)}`,
  }),
  consequence: ({ period, times }) => ({
    zh: `至${periodKeyWords(period, 'zh')}已满 ${times} 次，按条款处理`,
    en: `the clause takes effect: ${times} by ${periodKeyWords(period, 'en')}`,
  }),
  converted: ({ period, total, of }) => ({
    zh: `由${periodKeyWords(period, 'zh')}${of}合计 ${total} 折算`,
    en: `converted from a total of ${total} (${of}) in ${periodKeyWords(period, 'en')}`,
  }),
  'excluded-content': just('属于办法规定不予计分的内容', 'content that the ordinance does not count'),
  'better-counted': ({ by, worth }, called) => ({
    zh: `同一稿件已按 ${called(by)} 计${pointsWords(worth, 'zh')}，不重复计分`,
    en: `the item already counts by ${called(by)} (${pointsWords(worth, 'en')}); nothing is counted twice`,
  }),
  'not-covered': just('办法没有规定这种情形，不计分', 'the ordinance does not cover this; no points'),
  'no-ordinance': just('当日没有施行的办法，不计分', 'no ordinance was in force on the day; no points'),
  'filed-before-ordinance': just('报送早于办法施行之日，不适用本办法', 'filed before the ordinance came into force; it does not apply'),
  'level-open': just('媒体级别尚未认定，认定后再计分', 'the level of the outlet is still open; points follow once it is decided'),
  'edition-needed': just('没有写明刊物的版次，无法计分', 'the edition is not named, so no points can be given'),
  'needs-company': just('办法要求该稿件同时具备另一事项，尚不具备', 'the ordinance asks for another fact about the item, which is not there'),
  'excluded-by-company': just('该稿件已有办法规定的其他情形，此项不再计分', 'another fact about the item excludes this one'),
  unapproved: ({ missing }) => ({
    zh: `审批记录不齐（缺：${listed(missing).zh}），不算报送、不计分`,
    en: `approval is not on record in full (missing: ${listed(missing).en}): it does not count as filed`,
  }),
  rejected: just('不予采纳，不计分', 'finally refused; no points'),
  returned: just('已退回修改，通过后再计', 'returned for revision; it counts once accepted'),
  'too-many-revisions': ({ allowed }) => ({
    zh: `修改超过 ${allowed} 次，不再计分`,
    en: `revised more than ${allowed} ${allowed === 1 ? 'time' : 'times'}; no points`,
  }),
  'same-story': ({ as }, called) => ({
    zh: `与 ${called(as)} 是同一稿件，分数计在先报的一篇`,
    en: `the same story as ${called(as)}, which was filed first and has the points`,
  }),
  'duty-met': ({ period, count, quota }) => ({
    zh: `${periodKeyWords(period, 'zh')}任务完成（${count}/${quota}）`,
    en: `duty of ${periodKeyWords(period, 'en')} met (${count} of ${quota})`,
  }),
  'duty-missed': ({ period, count, quota }) => ({
    zh: `${periodKeyWords(period, 'zh')}任务没有完成（${count}/${quota}）`,
    en: `duty of ${periodKeyWords(period, 'en')} missed (${count} of ${quota})`,
  }),
  'duty-extra': ({ period, count, quota }) => ({
    zh: `${periodKeyWords(period, 'zh')}超额完成（${count}/${quota}）`,
    en: `beyond the duty of ${periodKeyWords(period, 'en')} (${count} of ${quota})`,
  }),
  'cap-reached': ({ period, cap }) => ({
    zh: `${periodKeyWords(period, 'zh')}最多计${pointsWords(cap, 'zh')}，已到封顶`,
    en: `at most ${pointsWords(cap, 'en')} in ${periodKeyWords(period, 'en')}; the cap is reached`,
  }),
  'deadline-missed': ({ due }) => ({
    zh: `没有在期限（${dayWords(due as Day, 'zh')}）内完成`,
    en: `not answered by the deadline, ${dayWords(due as Day, 'en')}`,
  }),
  base: ({ period }) => ({ zh: `${periodKeyWords(period, 'zh')}基础分`, en: `points to start ${periodKeyWords(period, 'en')} with` }),
};

/** What kind of record stands behind a credit. */
export const RECORD_KINDS: Readonly<Record<RecordKind, Said>> = {
  submission: { zh: '报送', en: 'submission' },
  adoption: { zh: '采用', en: 'adoption' },
  instruction: { zh: '批示', en: 'instruction' },
  obligation: { zh: '任务', en: 'obligation' },
  incident: { zh: '差错', en: 'incident' },
  unit: { zh: '单位', en: 'unit' },
  figure: { zh: '上报数据', en: 'figure' },
};
