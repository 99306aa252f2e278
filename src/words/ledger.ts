/** Words for records that contradict another record, a register, or themselves. */
import type { LedgerFault, ReferenceKind } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { listed, meant, quoted, type Said, type Speech, say, type Words } from './speech.ts';

export const ledgerWords: Speech<LedgerFault> = {
  'ledger/unknown-reference': ({ to, named, nearest }) => {
    const { unknown, remedy } = REFERENCES[to];
    return say([unknown.zh(quoted(named)), `${meant(nearest).zh}${remedy.zh}`], [unknown.en(quoted(named)), `${meant(nearest).en}${remedy.en}`]);
  },
  'ledger/reference-left-out': ({ to, named }) =>
    to === 'submission' || to === 'obligation' || to === 'record' ? recordLeftOut(to, quoted(named)) : entryLeftOut(to, quoted(named)),
  'ledger/ambiguous-reference': ({ to, named, candidates }) =>
    say(
      [`有 ${candidates.length} 个${KINDS[to].zh}都叫${quoted(named)},无法判断是哪一个。`, `请改写编号:${listed(candidates).zh}。`],
      [
        `${candidates.length} ${PLURALS[to]} go by the name ${quoted(named)}, and nobody can tell which is meant.`,
        `Write the id instead: ${listed(candidates).en}.`,
      ],
    ),
  'ledger/duplicate-id': ({ id, other }) =>
    say(
      [`编号${quoted(id)}已经用在 ${whereZh(other)}。`, '请给其中一条换一个编号;如果是重复登记,请删去一条。'],
      [`The id ${quoted(id)} is already used in ${whereEn(other)}.`, 'Give one of them another id, or delete one if both are the same.'],
    ),
  'ledger/ids-alike': ({ id, twin, other }) =>
    say(
      [`编号${quoted(id)}与${quoted(twin)}(${other.file})只有大小写、全角半角或字符编码形式的差别。`, '请改成明显不同的编号,或删去重复的一条。'],
      [
        `The ids ${quoted(id)} and ${quoted(twin)} (${other.file}) differ only in case, width or form of encoding.`,
        'Choose ids that a person can tell apart, or delete one of the two.',
      ],
    ),
  'ledger/duplicate-name': ({ name, other, alike }) =>
    say(
      [
        `${quoted(name)}这个名称已经由 ${whereZh(other)} 使用${alike === 'same' ? '' : '(只差大小写或全角半角)'}。`,
        '同名时请在名称里写明区别(如主办单位、版次),或删去重复的别名。',
      ],
      [
        `The name ${quoted(name)} is already taken by ${whereEn(other)}${alike === 'same' ? '' : ' (but for case or width)'}.`,
        'Add to the name what tells them apart (the issuer, the edition), or remove the alias.',
      ],
    ),
  'ledger/wrong-folder': ({ expected }) =>
    say(
      ['文件没有放在牵头单位的文件夹里,审核人从路径看不出是谁的稿件。', `请移到 ${expected} 下;如果单位写错了,请改正单位。`],
      [
        'The file does not lie in the folder of its leading unit, so that a reviewer cannot see whose it is.',
        `Move it to ${expected}, or correct the unit.`,
      ],
    ),
  'ledger/unit-and-units': () =>
    say(
      ['同时写了 unit 和 units。', '一个单位报送写 unit,几个单位联合报送写 units,请删去其中一个。'],
      ['Both `unit` and `units` are given.', 'Keep `unit` for one unit, or `units` for several that share the item.'],
    ),
  'ledger/review-without-outcome': ({ revised }) =>
    say(
      [`退回的稿件已于 ${revised} 重报,但没有写审核结果。`, '通过的请写 accepted,不予采纳的请写 rejected;还在审核中,可以暂不处理。'],
      [
        `The returned item was filed again on ${revised}, and nothing says what became of it.`,
        'Write `accepted` or `rejected`; while it is under review it may wait.',
      ],
    ),
  'ledger/no-unit': () =>
    say(
      ['没有写报送单位。', '请补写 unit(一个单位)或 units(几个单位联合)。'],
      ['No unit is named.', 'Add `unit`, or `units` where several share the item.'],
    ),
  'ledger/event-before-filing': ({ event, on, filed }) =>
    say(
      [`${EVENTS[event].zh}日期 ${on} 早于报送日期 ${filed}。`, `请核对两个日期;如果引用了另一篇稿件,请改正 submission。`],
      [`The ${EVENTS[event].en} of ${on} comes before the filing of ${filed}.`, 'Check both days; if another item is meant, correct `submission`.'],
    ),
  'ledger/answers-another-units-obligation': ({ obligation, owed_by }) =>
    say(
      [
        `任务${quoted(obligation)}由${listed(owed_by).zh}承担,不是本单位的任务。`,
        '请核对 answers;如果本单位也应承担,请办公室在任务的 units 中补上。',
      ],
      [
        `The obligation ${quoted(obligation)} is owed by ${listed(owed_by).en}, not by this unit.`,
        'Check `answers`; if this unit owes it too, ask the office to add it to the `units` of the obligation.',
      ],
    ),
  'ledger/answers-before-set': ({ obligation, set }) =>
    say(
      [`报送日期早于任务${quoted(obligation)}的下达日期 ${set}。`, '请核对两个日期和 answers;如果确是提前报送,可以保留。'],
      [
        `It was filed before the obligation ${quoted(obligation)} was set, on ${set}.`,
        'Check both days and `answers`; if it was really filed in advance, leave it.',
      ],
    ),
  'ledger/not-in-service': ({ what, named, on, from, to }) =>
    say(
      [
        `${KINDS[what].zh}${quoted(named)}在 ${on} 不在使用期内(${termZh(from, to)})。`,
        `请核对日期和${KINDS[what].zh};如果登记的期限有误,请办公室在 ${REGISTERS[what]} 改正。`,
      ],
      [
        `The ${KINDS[what].en} ${quoted(named)} was not in service on ${on} (${termEn(from, to)}).`,
        `Check the day and the ${KINDS[what].en}; if the register is wrong, ask the office to correct ${REGISTERS[what]}.`,
      ],
    ),
  'ledger/author-of-another-unit': ({ person, unit }) =>
    say(
      [
        `撰稿人${quoted(person)}登记在${quoted(unit)},不在报送单位。`,
        '请核对姓名;如果是联合撰稿,请用 units 写上他的单位;如果已经调动,请办公室更新 data/people.yaml。',
      ],
      [
        `The author ${quoted(person)} is registered with ${quoted(unit)}, not with the unit that files.`,
        'Check the name; for a joint item, add that unit under `units`; after a transfer, ask the office to update data/people.yaml.',
      ],
    ),
  'ledger/medium-contradicts-register': ({ outlet, registered }) =>
    say(
      [
        `${quoted(outlet)}登记为${registered ? '纸质' : '非纸质'}媒体,这里写的是${registered ? '非纸质' : '纸质'}。`,
        '请核对是哪个媒体;报纸和它的网站、客户端是不同的媒体,请写明是哪一个。',
      ],
      [
        `${quoted(outlet)} is registered as ${registered ? 'printed' : 'not printed'}, and here it says ${registered ? 'not printed' : 'printed'}.`,
        'Check which outlet it was: a paper and its web site or app are different outlets.',
      ],
    ),
  'ledger/edition-needed': ({ outlet, editions }) =>
    say(
      [
        `${quoted(outlet)}的各版次计分不同,这里没有写明是哪一版。`,
        editions.length === 0 ? '请办公室先在 data/outlets.yaml 登记各版次。' : `请写:${listed(editions).zh}。`,
      ],
      [
        `The editions of ${quoted(outlet)} score differently, and none is named.`,
        editions.length === 0 ? 'Ask the office to register them in data/outlets.yaml first.' : `Write one of: ${listed(editions).en}.`,
      ],
    ),
  'ledger/same-link': ({ other }) =>
    say(
      [`网址与 ${other} 相同,可能是同一篇稿件报了两次。`, '如果是重复登记,请删去一条;如果是两个单位报送同一稿件,请在后报的一条写 same_as。'],
      [
        `The address is that of ${other}: the same story may have been filed twice.`,
        'Delete one if it was; where two units filed one story, write `same_as` in the later record.',
      ],
    ),
  'ledger/same-title': ({ other, title }) =>
    say(
      [
        `标题与 ${other} 的${quoted(title)}相同,可能是同一篇稿件报了两次。`,
        '如果是重复登记,请删去一条;如果是两个单位报送同一稿件,请在后报的一条写 same_as;如果确是两篇,请把标题写得能够区分。',
      ],
      [
        `The title is that of ${other}, ${quoted(title)}: the same story may have been filed twice.`,
        'Delete one if it was; where two units filed one story, write `same_as` in the later record; if they are two, let the titles tell them apart.',
      ],
    ),
  'ledger/unknown-word': ({ kind, found, known, nearest, policy }) =>
    say(
      [`办法 ${policy} 没有${quoted(found)}这种${WORD_KINDS[kind].zh}。`, `${meant(nearest).zh}办法中有:${listed(known).zh}。`],
      [`The ordinance ${policy} knows no ${WORD_KINDS[kind].en} ${quoted(found)}.`, `${meant(nearest).en}It knows: ${listed(known).en}.`],
    ),
  'ledger/review-order': ({ earlier, later }) =>
    say(
      [`${later} 早于它前面的一步 ${earlier}。`, '报送、退回、修改、审核的日期应依次往后,请核对。'],
      [`${later} comes before the step that precedes it, ${earlier}.`, 'Filing, return, revision and decision follow one another: check the days.'],
    ),
  'ledger/ends-before-it-begins': ({ from, to }) =>
    say([`结束日期 ${to} 早于开始日期 ${from}。`, '请核对两个日期。'], [`It ends on ${to}, before it begins on ${from}.`, 'Check both days.']),
  'ledger/parent-circle': ({ through }) =>
    say(
      [`上级单位绕成了一圈:${[...through, through[0]].join(' → ')}。`, '请改正其中一个单位的 parent;在改正之前,按没有上级处理。'],
      [
        `The parents run in a circle: ${[...through, through[0]].join(' → ')}.`,
        'Correct the `parent` of one of them; until then the unit is taken to have none.',
      ],
    ),
  'ledger/more-than-there-are': ({ part, count, whole, of }) =>
    say(
      [`${PARTS[part].zh} ${count} 多于${PARTS[whole].zh} ${of}。`, '请核对两个数字。'],
      [`The ${count} ${PARTS[part].en} are more than the ${of} ${PARTS[whole].en}.`, 'Check both numbers.'],
    ),
  'ledger/before-it-was-found': ({ moment: at, found }) =>
    say([`${at} 早于发现舆情的 ${found}。`, '请核对两个时刻。'], [`${at} comes before ${found}, when it was found.`, 'Check both times.']),
  'ledger/before-the-release': ({ release, issued, on }) =>
    say(
      [`活动日期 ${on} 早于政策${quoted(release)}的出台日期 ${issued}。`, '请核对日期;如果宣贯的是另一项政策,请改正 releases。'],
      [
        `The activity of ${on} comes before the policy ${quoted(release)} was issued, on ${issued}.`,
        'Check the days; if it made another policy known, correct `releases`.',
      ],
    ),
};

const KINDS: Readonly<Record<ReferenceKind, Said>> = {
  unit: { zh: '单位', en: 'unit' },
  person: { zh: '人员', en: 'person' },
  outlet: { zh: '媒体', en: 'outlet' },
  submission: { zh: '报送', en: 'submission' },
  obligation: { zh: '任务', en: 'obligation' },
  lecturer: { zh: '讲师', en: 'lecturer' },
  spot: { zh: '点位', en: 'spot' },
  release: { zh: '政策', en: 'policy release' },
  record: { zh: '记录', en: 'record' },
};
const PLURALS: Readonly<Record<ReferenceKind, string>> = {
  unit: 'units',
  person: 'persons',
  outlet: 'outlets',
  submission: 'submissions',
  obligation: 'obligations',
  lecturer: 'lecturers',
  spot: 'spots',
  release: 'policy releases',
  record: 'records',
};
const COUNTED: Readonly<Record<'submission' | 'obligation' | 'record', string>> = { submission: '条报送', obligation: '项任务', record: '条记录' };
const REGISTERS = {
  unit: 'data/units.yaml',
  person: 'data/people.yaml',
  outlet: 'data/outlets.yaml',
  lecturer: 'data/plan/lecturers.yaml',
  spot: 'data/plan/spots.yaml',
  release: 'data/plan/releases.yaml',
} as const;
const EVENTS = { adoption: { zh: '采用', en: 'adoption' }, instruction: { zh: '批示', en: 'instruction' } } as const;
const WORD_KINDS = {
  form: { zh: '体裁', en: 'form' },
  category: { zh: '信息类别', en: 'category' },
  incident: { zh: '差错类型', en: 'kind of incident' },
} as const;

interface Reference {
  readonly unknown: Said<(named: string) => string>;
  readonly remedy: Said;
}

const REFERENCES: Readonly<Record<ReferenceKind, Reference>> = {
  unit: registered('单位', 'unit', REGISTERS.unit),
  person: registered('人员', 'person', REGISTERS.person),
  outlet: registered('媒体', 'outlet', REGISTERS.outlet),
  lecturer: registered('讲师', 'lecturer', REGISTERS.lecturer),
  spot: registered('点位', 'spot', REGISTERS.spot),
  release: registered('政策', 'policy release', REGISTERS.release),
  submission: recorded('报送', 'submission', '篇稿件', 'data/submissions/'),
  obligation: recorded('任务', 'obligation', '项任务', 'data/obligations/'),
  record: recorded('记录', 'record', '条记录', 'data/'),
};

function registered(zh: string, en: string, file: string): Reference {
  return {
    unknown: { zh: (named) => `没有登记名为${named}的${zh}。`, en: (named) => `No ${en} is registered under the name ${named}.` },
    remedy: {
      zh: `如果是新${zh},请办公室先在 ${file} 登记。`,
      en: `If it is a new ${en}, ask the office to register it in ${file} first.`,
    },
  };
}

function recorded(zh: string, en: string, counted: string, folder: string): Reference {
  return {
    unknown: { zh: (named) => `没有编号为${named}的${zh}。`, en: (named) => `There is no ${en} with the id ${named}.` },
    remedy: {
      zh: `编号就是 ${folder} 下的文件名(不含 .yaml);如果这${counted}还没有登记,请先登记。`,
      en: `The id is the file name under ${folder}, without .yaml; if the ${en} is not recorded yet, record it first.`,
    },
  };
}

function recordLeftOut(to: keyof typeof COUNTED, named: string): Said<Words> {
  return say(
    [`${named}这${COUNTED[to]}自身有错误,没有采用,因此这里也无法引用。`, `请先改正那${COUNTED[to]}(另有提示),这里不用改。`],
    [
      `The ${to} ${named} was left out for faults of its own, so nothing can refer to it.`,
      'Mend it first (it has findings of its own); nothing needs to change here.',
    ],
  );
}

function entryLeftOut(to: keyof typeof REGISTERS, named: string): Said<Words> {
  return say(
    [`${KINDS[to].zh}${named}的登记有错误,没有采用,因此这里也无法引用。`, `请先改正 ${REGISTERS[to]}(另有提示),这里不用改。`],
    [
      `What is registered of the ${to} ${named} was left out for faults of its own, so nothing can refer to it.`,
      `Mend ${REGISTERS[to]} first (it has findings of its own); nothing needs to change here.`,
    ],
  );
}

const PARTS = {
  informed: { zh: '已知晓人数', en: 'informed' },
  enjoying: { zh: '已享受人数', en: 'enjoying' },
  aware: { zh: '知晓人数', en: 'aware' },
  distributed: { zh: '发放份数', en: 'distributed' },
  entitled: { zh: '应享受人数', en: 'entitled' },
  asked: { zh: '调查人数', en: 'asked' },
  printed: { zh: '印制份数', en: 'printed' },
} as const;

const REGISTER_ENTRY = 2;

/** A file, and for an entry of a register which one it is. */
const whereZh = (place: Place): string => `${place.file}${place.path.length === REGISTER_ENTRY ? ` 第 ${Number(place.path[1]) + 1} 项` : ''}`;
const whereEn = (place: Place): string => `${place.file}${place.path.length === REGISTER_ENTRY ? `, entry ${Number(place.path[1]) + 1}` : ''}`;

function termZh(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `${from} 至 ${to}`;
  return from === null ? `截至 ${to}` : `自 ${from} 起`;
}

function termEn(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return `from ${from} to ${to}`;
  return from === null ? `until ${to}` : `from ${from} on`;
}
