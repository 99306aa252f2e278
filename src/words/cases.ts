/** Words about cases: what is wrong with the way one is written, and how an answer differs from what was expected. */
import type { CaseSubject, CasesFault } from '../model/finding.ts';
import { listed, meant, quoted, type Said, type Speech, say } from './speech.ts';

export const casesWords: Speech<CasesFault> = {
  'cases/unclear-event': ({ known }) =>
    say(
      ['看不出这件事是什么。', `每件事写且只写其中一个键:${listed(known).zh}。`],
      ['It is not clear what happened here.', `Every event has one of these keys, and only one: ${listed(known).en}.`],
    ),
  'cases/unit-without-class': ({ unit }) =>
    say(
      [`没有写明${quoted(unit)}是哪一类单位。`, '请在 units 中把它列入一类,或写明其余单位属哪一类,例如“机关股室: 其余”。'],
      [
        `Nothing says of which class the unit ${quoted(unit)} is.`,
        'List it in `units` under a class, or say to which class all others belong, as in “机关股室: 其余”.',
      ],
    ),
  'cases/unknown-outlet': ({ named, nearest }) =>
    say(
      [`不知道${quoted(named)}是哪一级媒体。`, `${meant(nearest).zh}请在 outlets 中写明它的级别和渠道,或改用“省级报纸甲”这样的名称。`],
      [
        `Nothing tells the level of the outlet ${quoted(named)}.`,
        `${meant(nearest).en}State its level and channel in \`outlets\`, or call it something like 省级报纸甲.`,
      ],
    ),
  'cases/unknown-name': ({ what, named, nearest }) =>
    say(
      [`${NAMED[what].zh}${quoted(named)}。`, `${meant(nearest).zh}请核对名称。`],
      [`${NAMED[what].en} ${quoted(named)}.`, `${meant(nearest).en}Check the name.`],
    ),
  'cases/unknown-event': ({ to, named, nearest }) =>
    say(
      [`案例里没有名为${quoted(named)}的${EVENTS[to].zh}。`, `${meant(nearest).zh}请在 events 里先写 ${to}: ${named}。`],
      [`No ${EVENTS[to].en} ${quoted(named)} is in the case.`, `${meant(nearest).en}Write \`${to}: ${named}\` among the events first.`],
    ),
  'cases/several-subjects': ({ subjects }) =>
    say(
      [`一条只能问一个对象,这里写了 ${subjects.length} 个:${listed(subjects).zh}。`, '请拆成几条。'],
      [`A statement asks about one subject, and this one has ${subjects.length}: ${listed(subjects).en}.`, 'Make several statements of it.'],
    ),
  'cases/nothing-said': ({ subject, fitting }) =>
    say(
      ['没有写应有的结果。', `${SUBJECTS[subject].zh}可以写:${listed(fitting).zh}。`],
      ['Nothing is expected here.', `Of ${SUBJECTS[subject].en} it can say: ${listed(fitting).en}.`],
    ),
  'cases/does-not-fit': ({ measure, subject, fitting }) =>
    say(
      [`${SUBJECTS[subject].zh}没有 ${measure}。`, `可以写:${listed(fitting).zh};也请核对问的是谁(item、unit、person、award)。`],
      [
        `There is no \`${measure}\` of ${SUBJECTS[subject].en}.`,
        `It can say: ${listed(fitting).en}; check also who is asked about (item, unit, person, award).`,
      ],
    ),
};

const EVENTS = { submission: { zh: '稿件', en: 'item' }, obligation: { zh: '约稿任务', en: 'obligation' } } as const;

const NAMED = {
  item: { zh: '案例中没有报送这篇稿件:', en: 'No item of this name is filed in the case:' },
  person: { zh: '案例中没有这位作者:', en: 'Nobody of this name has written anything in the case:' },
  award: { zh: '办法的 awards 中没有', en: 'The ordinance has no award' },
  duty: { zh: '办法的 duties 中没有', en: 'The ordinance has no duty' },
  of: { zh: '没有这样的记录类别、规则或条款:', en: 'There is no kind of record, rule or clause' },
  reading: { zh: '办法的 readings 中没有', en: 'The ordinance has no reading' },
} as const satisfies Readonly<Record<string, Said>>;

const SUBJECTS: Readonly<Record<CaseSubject, Said>> = {
  item: { zh: '稿件', en: 'an item' },
  unit: { zh: '单位', en: 'a unit' },
  person: { zh: '个人', en: 'a person' },
  award: { zh: '表扬', en: 'an award' },
  ranking: { zh: '整个排名', en: 'a whole ranking' },
};

/** What a statement measures. */
const MEASURE_WORDS: Readonly<Record<string, Said>> = {
  points: { zh: '得分', en: 'points' },
  score: { zh: '排名得分', en: 'points ranked by' },
  rank: { zh: '名次', en: 'rank' },
  eligible: { zh: '能否参加评先评优', en: 'eligible' },
  reminders: { zh: '提醒', en: 'reminders' },
  notices: { zh: '受到', en: 'notices' },
  done: { zh: '任务完成数', en: 'done' },
  owed: { zh: '任务数', en: 'quota' },
  state: { zh: '任务', en: 'state of the duty' },
  steps: { zh: '审批环节', en: 'steps of approval' },
  top: { zh: '靠前', en: 'top' },
  bottom: { zh: '靠后', en: 'bottom' },
  tie: { zh: '靠前末位并列', en: 'tie at the top' },
  places: { zh: '名额', en: 'places' },
  sure: { zh: '确定入选', en: 'sure' },
  undecided: { zh: '待定', en: 'undecided' },
  left: { zh: '待定名额', en: 'places left' },
  amounts: { zh: '数额', en: 'amounts' },
};

const measureWords = (measure: string): Said => MEASURE_WORDS[measure] ?? { zh: measure, en: measure };

type Value = string | number | boolean | null | readonly string[] | Readonly<Record<string, string | number>>;

/** What was expected and what came, as half a sentence each. */
export function differenceWords(measure: string, expected: Value, got: Value): Said {
  const { zh, en } = measureWords(measure);
  const [wanted, came] = [valueWords(expected), valueWords(got)];
  return { zh: `${zh}应为 ${wanted.zh},实为 ${came.zh}`, en: `${en}: expected ${wanted.en}, got ${came.en}` };
}

function valueWords(value: Value): Said {
  if (value === null) return NONE;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value !== 'object') return { zh: String(value), en: String(value) };
  const parts = Array.isArray(value) ? value : Object.entries(value).map(([name, amount]) => `${name} ${amount}`);
  return parts.length === 0 ? NONE : { zh: parts.join('、'), en: parts.join(', ') };
}

const NONE: Said = { zh: '无', en: 'none' };

/** Why little can be expected of a unit: the ordinance is not about it. */
export const outsiderWords = ({ name, class: own }: { readonly name: string; readonly class: string }): Said => ({
  zh: `${quoted(name)}(${own})不在本办法的考核对象(subjects)之中,任务对它不适用`,
  en: `${quoted(name)} (${own}) is not among the ordinance's subjects; its duties do not apply to it`,
});

/** How a case was read, where it was read otherwise. */
export const readingWords = (reading: { readonly name: string; readonly option: string } | null): Said =>
  reading === null ? { zh: '', en: '' } : { zh: `(按 ${reading.name} 的理解 ${reading.option})`, en: ` (read as ${reading.name} ${reading.option})` };
