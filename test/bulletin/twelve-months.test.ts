/**
 * Twelve months of the shipped ledger are closed one by one in a real Git repository. Then records are filed late, one is changed, one deleted, and
 * the ordinance is edited: what was published stays to the byte, what differs is corrected once, and the year adds up to what the records say.
 * Nothing here is compared with our own output of another day: what a correction has to be follows from the change.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { unlocked } from '../../src/bulletin/credits.ts';
import type { LockedCredit } from '../../src/ledger/written/bulletin.ts';
import type { Day } from '../../src/model/day.ts';
import type { Period } from '../../src/model/period.ts';
import { parsePeriod, periodsWithin } from '../../src/model/period.ts';
import { points, sum, written } from '../../src/model/points.ts';
import { bookOf, type Usable } from '../../src/rim/bulletins.ts';
import { openRoot } from '../../src/rim/open.ts';
import { type Credit, totalOf } from '../../src/scoring/credit.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { creditsWithin } from '../../src/standings/totals.ts';
import { lockFile, Office } from '../rig/office.ts';

const SHIPPED = join(import.meta.dirname, '..', '..');
const TODAY = '2026-11-26';
/** November 2024 to October 2025: the first twelve months of the ledger. */
const TWELVE = periodsWithin('2024-11-01' as Day, '2025-10-31' as Day, 'month').map(({ key }) => key);
/** 3 points for a comprehensive report on the site of the county, 1 for a brief. */
const COUNTY_SITE = '四(一)1';

class Bureau extends Office {
  protected override readonly today = TODAY;
}

const bureau = new Bureau();
/** The bytes of every bulletin when it was issued. */
const bytes = new Map<string, string>();

function opened(): Usable {
  const { ledger, ...rest } = openRoot(bureau.root);
  if (ledger === null) throw new Error('no ledger');
  return { ...rest, ledger };
}

async function close(period: string): Promise<void> {
  await bureau.issue(period);
  bytes.set(period, bureau.take(lockFile(period)));
}

const journalOn = (day: string) => {
  const { ledger, policies } = opened();
  return keepJournal(ledger, policies, day as Day).credits;
};
const bookOn = (day: string) => bookOf(opened(), day as Day).credits;
const correctionsIn = (period: string): readonly LockedCredit[] => bureau.lock(period).credits.filter(({ reason }) => reason.code === 'corrected');
const causesOf = ({ reason }: LockedCredit) => (reason as unknown as { causes: { what: string; file: string; commit?: string }[] }).causes;
const told = (credits: readonly LockedCredit[]) => credits.map(({ on, unit, points: own, clause, reason }) => [on, unit, own, clause, reason.period]);

/** Sums by everything that a figure of ours may be asked for by, zeros left out. */
function sums(credits: readonly Credit[]): Record<string, string> {
  const groups = Map.groupBy(credits, ({ unit, ledger, scope, policy, clause }) => [unit, ledger, scope, policy, clause].join(' '));
  const totals = [...groups].map(([key, own]) => [key, written(totalOf(own))] as const).filter(([, total]) => total !== '0');
  return Object.fromEntries(totals.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A published credit in whose change nothing else takes part: the item was adopted once, by one unit, and nothing else is known of it. */
function loneAdoption(worth: number): LockedCredit {
  const all = TWELVE.flatMap((key) => bureau.lock(key).credits);
  const ofYear = all.filter(({ on }) => on.startsWith('2025'));
  const { adoptions, instructions } = opened().ledger;
  const times = (item: string | undefined): number => [...adoptions, ...instructions].filter(({ submission }) => submission === item).length;
  const isLone = ({ kind, reason, clause, points: own, item, file }: LockedCredit): boolean =>
    kind === 'adoption' &&
    reason.code === 'counted' &&
    clause === COUNTY_SITE &&
    own === worth &&
    times(item) === 1 &&
    !bureau.take(file).includes('form:');
  const found = ofYear.find((credit) => isLone(credit) && all.filter(({ item }) => item === credit.item).length === 1);
  if (found === undefined) throw new Error(`no such adoption of ${worth} points`);
  return found;
}

/** The month of a credit. */
const monthOf = ({ on }: LockedCredit): string => on.slice(0, 7);

beforeAll(async () => {
  for (const folder of ['data', 'policies']) cpSync(join(SHIPPED, folder), join(bureau.root, folder), { recursive: true });
  for (const lock of issuedIn(bureau.root)) rmSync(join(bureau.root, 'data/bulletins', lock));
  bureau.git('init', '--quiet', '--initial-branch', 'main');
  bureau.commit('台账');
  for (const period of TWELVE) await close(period);
}, 240_000);
afterAll(() => bureau.remove());

function issuedIn(root: string): string[] {
  try {
    return readdirSync(join(root, 'data/bulletins'));
  } catch {
    return [];
  }
}

describe('twelve months', () => {
  test('while nothing changes the book of record is the journal, and nothing is corrected', () => {
    expect(sums(bookOn('2025-10-31'))).toEqual(sums(journalOn('2025-10-31')));
    expect(TWELVE.flatMap(correctionsIn)).toEqual([]);
  });

  test('each rests on the one before and goes on with the day after', () => {
    const evidence = TWELVE.map((key) => bureau.lock(key).evidence);
    expect(evidence.map(({ rests_on }) => rests_on?.bulletin)).toEqual([undefined, ...TWELVE.slice(0, -1)]);
    expect(evidence.map(({ closes }) => closes)).toEqual(
      TWELVE.map((key, index) => {
        const { from, to } = parsePeriod(key) as Period;
        return index === 0 ? { to } : { from, to };
      }),
    );
  });

  test('made again later it is the same to the byte', async () => {
    const { code, out } = await bureau.tell('bulletin', '2025-03');
    expect([code, out]).toEqual([0, expect.stringContaining('已有')]);
    expect(bureau.take(lockFile('2025-03'))).toBe(bytes.get('2025-03'));
  });

  test('what the tables say are the sums of the credits', () => {
    for (const period of TWELVE.slice(1)) {
      const { published, credits } = bureau.lock(period);
      const of = (unit: string): string =>
        written(sum(credits.filter((one) => one.unit === unit && one.ledger === undefined).map((one) => unlocked(one).points)));
      const rows = published.groups.flatMap((group) => group.rows);
      expect(rows.map(({ unit, of_period }) => [unit, written(points(of_period))])).toEqual(rows.map(({ unit }) => [unit, of(unit)]));
      expect(published.totals.points).toBe(Number(written(sum(rows.map(({ of_period }) => points(of_period))))));
    }
  });
});

describe('then records of closed months are filed late, changed and deleted', () => {
  const causes: { file: string; commit: string }[] = [];
  let changed: LockedCredit;
  let deleted: LockedCredit;

  test('and every issued bulletin stays as it was', async () => {
    const unit = bureau.lock('2025-04').published.groups[0]?.rows[0]?.unit;
    const late = { submission: `data/submissions/${unit}/2025/20250414-late.yaml`, adoption: 'data/adoptions/2025/20250416-late.yaml' };
    bureau.put(late.submission, stringify({ title: '补报一篇四月的稿件', unit, on: '2025-04-14', form: '综合' }));
    bureau.put(late.adoption, stringify({ submission: '20250414-late', outlet: '南渡县人民政府官方网站', on: '2025-04-16' }));
    causes.push({ file: late.adoption, commit: bureau.commit('补报四月一篇') });

    changed = loneAdoption(1);
    const submission = opened().ledger.submissions.get(changed.item as never);
    bureau.edit(submission?.at.file ?? '', 'form: 简讯', 'form: 综合');
    causes.push({ file: submission?.at.file ?? '', commit: bureau.commit('一篇实为综合') });

    deleted = loneAdoption(3);
    rmSync(join(bureau.root, deleted.file));
    causes.push({ file: deleted.file, commit: bureau.commit('一次采用是误记') });

    await close('2025-11');
    for (const period of TWELVE) expect(bureau.take(lockFile(period))).toBe(bytes.get(period));
    // 3 for a comprehensive report on the county's site; 3 instead of 1; 3 less.
    const expected = [
      ['2025-11-01', unit, 3, COUNTY_SITE, '2025-04'],
      ['2025-11-01', changed.unit, 2, COUNTY_SITE, monthOf(changed)],
      ['2025-11-01', deleted.unit, -3, COUNTY_SITE, monthOf(deleted)],
    ];
    expect(told(correctionsIn('2025-11')).sort()).toEqual(expected.sort());
  }, 120_000);

  test('each correction names the file and the commit that caused it', () => {
    const named = correctionsIn('2025-11').flatMap(causesOf);
    for (const { file, commit } of causes) expect(named).toContainEqual({ what: expect.any(String), file, commit });
    expect(correctionsIn('2025-11').find(({ record }) => record === deleted.record)?.reason).toMatchObject({ causes: [{ what: 'deleted' }] });
  });

  test('the bulletin lists them, and its sums have them', () => {
    const { published } = bureau.lock('2025-11');
    expect(published.corrections.map(({ points: own }) => own).sort()).toEqual([-3, 2, 3].sort());
    expect(published.totals.corrections).toBe(2);
  });

  test('the year adds up to what the records say', () => {
    expect(sums(bookOn('2025-11-30'))).toEqual(sums(journalOn('2025-11-30')));
    const year = parsePeriod('2025') as Period;
    expect(sums(creditsWithin(bookOn('2025-11-30'), year))).toEqual(sums(creditsWithin(journalOn('2025-11-30'), year)));
  });

  test('verify says which are corrected, by what, and where it was published', async () => {
    const { code, bulletins } = await bureau.verified();
    expect(code).toBe(0);
    const expected = Map.groupBy(
      [
        [monthOf(changed), '2'],
        ['2025-04', '3'],
        [monthOf(deleted), '-3'],
      ] as const,
      ([month]) => month,
    );
    const by = bulletins.map(({ period, verdict, corrections }) => [period, verdict, corrections.map(({ points: own }) => own).sort()]);
    const wanted = (period: string): string[] => (expected.get(period) ?? []).map(([, own]) => own).sort();
    expect(by).toEqual([...TWELVE, '2025-11'].map((period) => [period, expected.has(period) ? 'corrected' : 'identical', wanted(period)]));
    expect(new Set(bulletins.flatMap(({ corrections }) => corrections.map(({ published }) => published)))).toEqual(new Set(['2025-11']));
  }, 120_000);
});

describe('then the ordinance is edited', () => {
  test('and what it changes of closed months is corrected in the next bulletin alone', async () => {
    // Comprehensive reports on the county's site are worth 4 instead of 3.
    bureau.edit('policies/county-2021.yaml', '综合: 3', '综合: 4');
    const commit = bureau.commit('改办法');
    await close('2025-12');
    for (const [period, text] of bytes) if (period !== '2025-12') expect(bureau.take(lockFile(period))).toBe(text);
    const corrections = correctionsIn('2025-12');
    expect(corrections.length).toBeGreaterThan(10);
    expect(corrections.flatMap(causesOf).every(({ what, file }) => what === 'changed' && file === 'policies/county-2021.yaml')).toBe(true);
    expect(new Set(corrections.flatMap(causesOf).map((cause) => cause.commit))).toEqual(new Set([commit]));
    await close('2026-01');
    expect(correctionsIn('2026-01')).toEqual([]);
  }, 120_000);

  test('nothing that was corrected before is corrected again', () => {
    const items = correctionsIn('2025-11').map(({ item }) => item);
    const again = correctionsIn('2025-12').filter(({ item }) => items.includes(item));
    // What was filed late and what became a comprehensive report are worth 1 more too; what was deleted is worth nothing either way.
    expect(again.map(({ points: own }) => own)).toEqual([1, 1]);
  });

  test('the whole adds up to what the records say', () => {
    expect(sums(bookOn('2026-01-31'))).toEqual(sums(journalOn('2026-01-31')));
    expect(sums(bookOn(TODAY))).toEqual(sums(journalOn(TODAY)));
  });

  test('the year’s bulletin has it all: the records of the year, and what was corrected of the months before it', async () => {
    await close('2025');
    const year = parsePeriod('2025') as Period;
    const raw = creditsWithin(journalOn('2025-12-31'), year);
    const before = [...correctionsIn('2025-11'), ...correctionsIn('2025-12')]
      .filter(({ reason }) => String(reason.period).startsWith('2024'))
      .map(unlocked);
    const { published, credits, evidence } = bureau.lock('2025');
    expect([credits, evidence.closes, evidence.rests_on?.bulletin]).toEqual([[], undefined, '2025-12']);
    const rows = published.groups.flatMap((group) => group.rows);
    const expected = (unit: string): string =>
      written(totalOf([...raw, ...before].filter((credit) => credit.unit === unit && credit.ledger === '积分')));
    expect(rows.map(({ unit, of_period }) => [unit, written(points(of_period))])).toEqual(rows.map(({ unit }) => [unit, expected(unit)]));
  }, 120_000);

  test('verify proves every one of them, and finds what is planted', async () => {
    const { code, bulletins } = await bureau.verified();
    expect(bulletins.filter(({ verdict }) => verdict !== 'identical' && verdict !== 'corrected')).toEqual([]);
    expect([code, bulletins.length]).toEqual([0, 16]);
    const file = join(bureau.root, lockFile('2025-06'));
    writeFileSync(file, readFileSync(file, 'utf8').replace(/filed: (\d+)/, 'filed: 1$1'));
    const after = await bureau.verified('2025-06', '2025-07');
    expect([after.code, after.bulletins.map(({ verdict }) => verdict)]).toEqual([1, ['tampered', 'corrected']]);
    expect(after.bulletins[0]?.tampering[0]?.changes?.map(({ path }) => path)).toEqual(['published.totals.filed']);
  }, 240_000);
});
