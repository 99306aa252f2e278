/**
 * What a wording can ask for, by Chinese names: numbers as numbers, names as lists that are ready to be printed (empty where there is nobody), and a
 * few lists to go through. All of it comes from what was published, as the tables do. `MEANINGS` is the manual; the YAML of the office repeats it.
 */
import type { Published, Totals } from '../../ledger/written/bulletin.ts';
import { parsePeriod } from '../../model/period.ts';
import { periodKeyWords, periodWords } from '../periods.ts';
import { annexLabels } from './annexes.ts';
import { type Award, awardsIn, laureate } from './awards.ts';
import { earlierPeriod, periodNamed, thisPeriod } from './cadence.ts';
import { compared } from './compared.ts';
import {
  added,
  amount,
  at,
  change,
  classesOf,
  className,
  LEVELS,
  leaderOf,
  levelName,
  listed,
  longDay,
  nameOf,
  namesOf,
  rate,
  registered,
} from './figures.ts';
import type { BulletinLock } from './lock.ts';
import { best, counted, most, weakest } from './named.ts';
import { type DutyOutcome, dutiesOf, shortOf, type UnitDuty } from './quotas.ts';

/** Every name, and what it stands for. */
export const MEANINGS = {
  周期: '如 2026年10月、2026年第三季度',
  本期: '本月、本季度、本年度……',
  年: '周期最后一天所在的年份',
  截至: '统计截止日，如 2026年10月31日',
  工作: '工作名称，如 信息宣传工作',
  依据: '所依据的办法，带文号',
  署名: '署名单位',
  参评单位数: '参加排名的单位个数',
  报送: '报送条数',
  重复计入数: '联合报送的信息分别计入各单位，报送条数中重复计入的条数',
  采用: '本期报送的信息中已被采用的条数',
  采用率: '采用 ÷ 报送，如 44.4%',
  采用条次: '本期采用次数，一条被几家采用算几次',
  媒体分类: '按办法的媒体级，如 县级2条次、市级1条次',
  级别分类: '按县、市、省、国家',
  报送最多: '报送最多的单位和条数；一样多时为空',
  采用最多: '采用最多的单位和条数；一样多时为空',
  批示数: '获批示件数',
  单位分类: '各类单位的报送和采用；只有一类单位时为空',
  环比: '与上一期相比的一句话；没有上一期时为空',
  同比: '与上年同期相比的一句话；没有时为空',
  得分: '参评单位得分合计',
  先进单位: '得分靠前的单位，并列的注明；没有时为空',
  靠后单位: '得分靠后的单位；设置 weakest: true 才有',
  零报送数: '没有报送的单位个数',
  零报送单位: '没有报送的单位',
  零采用数: '没有采用的单位个数',
  零采用单位: '没有采用的单位，包括零报送单位',
  有报无采数: '有报送、没有采用的单位个数',
  有报无采单位: '有报送、没有采用的单位',
  任务: '每项任务：名称、单位数、完成数、超额数、未完成数、未到期数、完成单位、超额单位、未完成单位',
  约稿数: '约稿和专项任务件数',
  约稿完成: '按时完成的单位',
  约稿逾期: '逾期报送的单位',
  约稿未报: '到期没有报送的单位',
  约稿未到期: '还没有到期的单位',
  重要稿件数: '获批示或被重要媒体、刊物采用的件数',
  重要稿件: '每件：题名、单位、缘由',
  采用目录数: '采用目录的条数',
  扣分数: '扣分次数',
  扣分合计: '扣分合计，不带负号',
  扣分单位: '各单位扣分，如 服务中心扣2分',
  更正数: '更正、补记的项数',
  更正合计: '更正、补记合计，带正负号',
  表扬数: '奖项个数',
  表扬: '每个奖项：名称、组别、条款、名额、名单、待定、剩余名额',
  受限: '不能评先评优的单位，每个：单位、事项、条款、原因、已定',
  不参评单位: '不参加排名的单位及原因',
  附件: '某附表在第几个附件，如 附件.ranking 是“附件1”；没有这个附件时为空',
} as const satisfies Readonly<Record<string, string>>;

export type ValueName = keyof typeof MEANINGS;
/** The values of one bulletin. */
export type BulletinValues = Readonly<Record<ValueName, unknown>>;

export function valuesOf(lock: BulletinLock): BulletinValues {
  const { period: key, document, published } = lock;
  const period = periodNamed(key);
  const awards = awardsIn(published);
  return {
    周期: periodWords(period, 'zh'),
    本期: thisPeriod(period),
    年: Number(period.to.slice(0, 4)),
    截至: longDay(published.as_of),
    工作: published.work,
    依据: basisOf(published),
    署名: document.office,
    ...figuresOf(published.totals, published),
    报送最多: most(published, ({ filed }) => filed),
    采用最多: most(published, ({ adopted }) => adopted),
    单位分类: unitClassesOf(published),
    环比: earlier(published.previous, published, (then) => earlierPeriod(periodNamed(then), period)),
    同比: earlier(published.year_before, published, () => '上年同期'),
    先进单位: best(published),
    靠后单位: weakest(published),
    ...zerosOf(published),
    任务: dutiesOf(published).map((duty) => dutyValues(duty, published)),
    ...commissionsOf(published),
    重要稿件数: published.notable.length,
    重要稿件: published.notable.map((item) => notableValues(item, published)),
    采用目录数: published.adopted.length,
    ...changesOf(published),
    表扬数: awards.length,
    表扬: awards.map((award) => awardValues(award, published)),
    受限: published.barred.map((bar) => barValues(bar, published)),
    不参评单位: listed(published.excluded.map(({ unit, reason }) => `${nameOf(published, unit)}（${reason}）`)),
    附件: annexLabels(lock),
  };
}

/** 《甲办法》（南医保发〔2025〕3号）、《乙办法》. */
function basisOf({ ordinances }: Published): string {
  return listed(ordinances.map(({ title, number }) => `《${title}》${number === undefined ? '' : `（${number}）`}`));
}

function figuresOf(totals: Totals, published: Published) {
  const { units, filed, joint, adopted, adoptions, by_class, by_level, instructions, points } = totals;
  const levels = LEVELS.map((level): Entry => [levelName(level), at<number>(by_level, level) ?? 0]);
  const rest = adoptions - added(levels.map(([, count]) => count));
  return {
    参评单位数: units,
    报送: filed,
    重复计入数: joint,
    采用: adopted,
    采用率: rate(adopted, filed),
    采用条次: adoptions,
    媒体分类: occurrences(classesOf(published, [by_class]).map((name) => [className(name), at(by_class, name) ?? 0])),
    级别分类: occurrences([...levels, ['其他', rest]]),
    批示数: instructions,
    得分: points,
  };
}

type Entry = readonly [name: string, count: number];

/** 县级2条次、市级1条次; who has none is not mentioned. */
const occurrences = (entries: readonly Entry[]): string =>
  listed(entries.filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}条次`));

/** 机关股室2个单位报送7条、采用3条；下属单位……, in the order of the register. */
function unitClassesOf({ by_unit_class, units }: Published): string {
  const order = Object.values(units).map((unit) => unit.class);
  const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const classes = Object.entries(by_unit_class).sort(([a], [b]) => placeOf(a) - placeOf(b));
  if (classes.length < 2) return '';
  return classes.map(([name, { units: count, filed, adopted }]) => `${name}${count}个单位报送${filed}条、采用${adopted}条`).join('；');
}

function earlier(then: Published['previous'], { totals }: Published, named: (period: string) => string): string {
  return then === undefined ? '' : compared(totals, then.totals, named(then.period));
}

function zerosOf(published: Published) {
  const { zero_filed, zero_adopted } = published;
  const filedInVain = zero_adopted.filter((unit) => !zero_filed.includes(unit));
  return {
    零报送数: zero_filed.length,
    零报送单位: namesOf(published, zero_filed),
    零采用数: zero_adopted.length,
    零采用单位: namesOf(published, zero_adopted),
    有报无采数: filedInVain.length,
    有报无采单位: namesOf(published, filedInVain),
  };
}

function dutyValues({ title, several, units }: DutyOutcome, published: Published) {
  const those = (...states: readonly UnitDuty['state'][]): readonly UnitDuty[] => units.filter(({ state }) => states.includes(state));
  const names = (some: readonly UnitDuty[]): string =>
    namesOf(
      published,
      some.map(({ unit }) => unit),
    );
  const [met, over, missed, running] = [those('met', 'over'), those('over'), those('missed'), those('running')];
  return {
    名称: title,
    单位数: units.length,
    完成数: met.length,
    超额数: over.length,
    未完成数: missed.length,
    未到期数: running.length,
    完成单位: names(met),
    超额单位: names(over),
    未完成单位: listed(missed.map((unit) => shortOf(unit, published, several))),
  };
}

function commissionsOf(published: Published) {
  const all = published.commissions.flatMap(({ units }) => units);
  const those = (wanted: string): string =>
    counted(
      registered(published, all, ({ unit }) => unit)
        .filter(({ state }) => state === wanted)
        .map(({ unit }) => unit),
      published,
      '件',
    );
  return {
    约稿数: published.commissions.length,
    约稿完成: those('done'),
    约稿逾期: those('late'),
    约稿未报: those('missed'),
    约稿未到期: those('open'),
  };
}

function notableValues({ title, units, why, level, rank, outlet }: Published['notable'][number], published: Published) {
  return {
    题名: title === undefined ? '1条不公开信息' : quotedTitle(title),
    单位: namesOf(published, units),
    缘由:
      why === 'instruction' ? `获${leaderOf(level, rank)}批示` : `被${outlet ?? (level === undefined ? '有关媒体' : `${levelName(level)}媒体`)}采用`,
  };
}

/** A title in its marks; what stands in brackets for one that is not public any more has none. */
const quotedTitle = (title: string): string => (/^（.*）$/.test(title) ? title : `《${title}》`);

function changesOf(published: Published) {
  const { deductions, corrections } = published;
  const units = registered(published, [...new Set(deductions.map(({ unit }) => unit))], (unit) => unit);
  const takenFrom = (unit: string): number => added(deductions.filter((each) => each.unit === unit).map(({ points }) => points));
  return {
    扣分数: deductions.length,
    扣分合计: taken(added(deductions.map(({ points }) => points))),
    扣分单位: listed(units.map((unit) => `${nameOf(published, unit)}扣${taken(takenFrom(unit))}分`)),
    更正数: corrections.length,
    更正合计: change(added(corrections.map(({ points }) => points))),
  };
}

/** What was taken away, without the sign that the word already has. */
const taken = (points: number): string => amount(-points);

function awardValues(award: Award, published: Published) {
  const names = (those: readonly string[]): string => listed(those.map((who) => laureate(who, award, published)));
  return {
    名称: award.title,
    组别: award.group ?? '',
    条款: award.clause,
    名额: award.places,
    名单: names(award.sure),
    待定: names(award.undecided),
    剩余名额: award.places_left,
  };
}

function barValues({ unit, bars, clause, cause, final }: Published['barred'][number], published: Published) {
  return {
    单位: nameOf(published, unit),
    事项: bars,
    条款: clause,
    原因: parsePeriod(cause) === null ? cause : `${periodKeyWords(cause, 'zh')}未达到报送要求`,
    已定: final,
  };
}

/** The names by themselves, for what checks a wording. */
export const VALUE_NAMES: ReadonlySet<string> = new Set(Object.keys(MEANINGS));
