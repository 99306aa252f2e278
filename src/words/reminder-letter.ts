/** 提醒函: the reminders of a day to all units as a document; like any official one it becomes Markdown, a page or DOCX afterwards. It stands before everybody. */
import type { Day } from '../model/day.ts';
import type { Block, DocumentColumn, DocumentTable, OfficialDocument } from '../model/document.ts';
import type { UnitId } from '../model/records.ts';
import type { Due, Matter } from '../standings/matters.ts';
import { dayWords, periodKeyWords } from './periods.ts';
import { nameWords, type Openly, ordinancesNamed, restsWords, stateWords } from './reminders.ts';

export interface LetterSetting {
  readonly organisation: string;
  /** Who signs. */
  readonly office: string;
  readonly asOf: Day;
  readonly nameOf: (unit: UnitId) => string;
  readonly openly: Openly;
}

const text = (label: string, width: number): DocumentColumn => ({ label, kind: 'text', width });
const number = (label: string): DocumentColumn => ({ label, kind: 'number', width: 1 });

type Of<K extends Matter['kind']> = { readonly due: Due; readonly matter: Extract<Matter, { kind: K }> };

interface Section<K extends Matter['kind']> {
  readonly kind: K;
  readonly heading: string;
  readonly columns: readonly DocumentColumn[];
  readonly row: (of: Of<K>, setting: LetterSetting) => string[];
}

interface Made {
  readonly heading: string;
  readonly table: DocumentTable;
}

/** A section of one kind of matter, made once its reminders are known. */
const section =
  <K extends Matter['kind']>(parts: Section<K>) =>
  (dues: readonly Due[], setting: LetterSetting): Made => ({ heading: parts.heading, table: tableOf(parts, dues, setting) });

/** A row begins with the unit and ends with the clause. */
const SECTIONS = [
  section({
    kind: 'quota',
    heading: '任务进度',
    columns: [text('任务', 2), text('周期', 2), number('应完成'), number('已完成'), number('尚差'), text('期限', 2)],
    row: ({ matter: { title, period, quota, count, due } }) => [
      title,
      periodKeyWords(period.key, 'zh'),
      String(quota),
      String(count),
      String(Math.max(0, Math.ceil(quota - count))),
      dayWords(due, 'zh'),
    ],
  }),
  section({
    kind: 'obligation',
    heading: '约稿和专项报送',
    columns: [text('事项', 4), text('期限', 2), text('状态', 3)],
    row: ({ matter, due }, { asOf, openly }) => [
      nameWords(matter, openly).zh,
      matter.due === null ? '尽快' : dayWords(matter.due, 'zh'),
      stateWords(matter, due.call, asOf).zh,
    ],
  }),
  section({
    kind: 'returned',
    heading: '退回修改的稿件',
    columns: [text('稿件', 4), text('状态', 4)],
    row: ({ matter, due }, { asOf, openly }) => [nameWords(matter, openly).zh, stateWords(matter, due.call, asOf).zh],
  }),
  section({
    kind: 'appeal',
    heading: '申诉办理',
    columns: [text('事项', 4), text('期限', 2), text('状态', 3)],
    row: ({ matter, due }, { asOf, openly }) => [nameWords(matter, openly).zh, dayWords(matter.due, 'zh'), stateWords(matter, due.call, asOf).zh],
  }),
  section({
    kind: 'correspondent',
    heading: '信息员登记',
    columns: [text('状态', 5)],
    row: ({ matter, due }, { asOf }) => [stateWords(matter, due.call, asOf).zh],
  }),
];

const NUMERALS = ['一', '二', '三', '四', '五'] as const;

/** The letter; null where there is nothing to remind of. */
export function reminderLetter(dues: readonly Due[], setting: LetterSetting): OfficialDocument | null {
  if (dues.length === 0) return null;
  const { organisation, office, asOf } = setting;
  const sections = SECTIONS.map((made) => made(dues, setting)).filter(({ table }) => table.rows.length > 0);
  const date = dayWords(asOf, 'zh');
  return {
    mark: organisation,
    number: null,
    title: '关于信息报送有关事项的提醒函',
    to: addresseesOf(dues, setting),
    body: [
      paragraph(openingOf(dues, date)),
      ...sections.flatMap(({ heading, table }, index): Block[] => [
        { kind: 'heading', level: 1, text: `${NUMERALS[index]}、${heading}` },
        { kind: 'table', table },
      ]),
      paragraph('请有关单位按时办理；本函发出前已经办理的，不必理会。'),
    ],
    annexes: [],
    signed: { office, date },
    remark: null,
    imprint: { copies: null, printedBy: office, printedOn: date },
  };
}

function addresseesOf(dues: readonly Due[], { nameOf }: LetterSetting): string {
  const [only, ...others] = [...new Set(dues.map(({ matter }) => matter.unit))];
  return only !== undefined && others.length === 0 ? nameOf(only) : '各有关单位';
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', text: words });

function openingOf(dues: readonly Due[], date: string): string {
  const ordinances = ordinancesNamed(dues);
  const basis = ordinances.length === 0 ? '' : `根据${ordinances.join('、')}，`;
  const units = new Set(dues.map(({ matter }) => matter.unit)).size;
  return `${basis}现将截至${date}有关单位信息报送需办理的事项提醒如下，共涉及${units}个单位、${dues.length}个事项。`;
}

function tableOf<K extends Matter['kind']>({ kind, heading, columns, row }: Section<K>, dues: readonly Due[], setting: LetterSetting): DocumentTable {
  const own = dues.flatMap((due): Of<K>[] => (isOf(due.matter, kind) ? [{ due, matter: due.matter }] : []));
  const cells = own.map((of) => [setting.nameOf(of.matter.unit), ...row(of, setting), restsWords(of.due).zh]);
  return { id: kind, caption: `${heading}一览表`, columns: [text('单位', 3), ...columns, text('依据', 2)], rows: cells, total: null, notes: [] };
}

const isOf = <K extends Matter['kind']>(matter: Matter, kind: K): matter is Extract<Matter, { kind: K }> => matter.kind === kind;
