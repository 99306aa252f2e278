/**
 * An appeal that is upheld leads to a correction that names it: once, in the first open period. County-2021: 综合 on the county's site 3, in the city's
 * paper 6, the highest counts.
 */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { appealsBehind, checkAppeals } from '../../src/bulletin/appeals.ts';
import { bookAsOf, proposeBulletin } from '../../src/bulletin/propose.ts';
import type { Cause, LockedCredit } from '../../src/ledger/written/bulletin.ts';
import { addDays, type Day } from '../../src/model/day.ts';
import { documentOf } from '../../src/words/bulletin/document.ts';
import { adoptionFile, Office as GitOffice, LATE, lockFile } from '../rig/office.ts';
import { ADOPTION, bureau, spoilt } from '../support/bureau.ts';
import { issue, type Office, officeOf, period, sourcesOf } from './office.ts';

const DAILY = 'data/adoptions/2026/0315-b.yaml';

let office: Office;
beforeEach(() => {
  office = officeOf(bureau());
  issue(office, '2026-03');
});

const issuedOn = (): Day => office.issued[0]?.written.document.issued as Day;

function appeal(id: string, more: Record<string, unknown> = {}): void {
  const written = { unit: 'jijin', on: issuedOn(), item: '0305-a', bulletin: '2026-03', asks: '补记湛江日报采用', grounds: '3月15日刊发' };
  office.values.set(`data/appeals/2026/${id}.yaml`, { ...written, ...more });
}

const upheld = (changed: readonly string[], on: string = addDays(issuedOn(), 5)) => ({
  decision: { on, by: '办公室', result: '支持', reasons: '属实', changed },
});

/** 6 in the city's paper instead of 3 on the county's site. */
const late = (): void => void office.values.set(DAILY, { submission: '0305-a', outlet: '湛江日报', on: '2026-03-15' });

const proposed = (key: string) => proposeBulletin(period(key), sourcesOf(office));
const causesIn = (key: string): Cause[] => proposed(key).published.corrections.flatMap(({ causes }) => causes);
const appealsIn = (key: string): (string | undefined)[] => causesIn(key).map((cause) => cause.appeal);

describe('a correction', () => {
  test('names the appeal that had its record added, in its credit and in what is published', () => {
    late();
    appeal('a', upheld(['0315-b']));
    const { published, credits } = proposed('2026-04');
    expect(published.corrections).toMatchObject([
      { unit: 'jijin', corrects: '2026-03', points: 3, causes: [{ what: 'added', file: DAILY, appeal: 'a' }] },
    ]);
    expect(credits.filter(({ reason }) => reason.code === 'corrected').map(({ reason }) => reason)).toMatchObject([{ causes: [{ appeal: 'a' }] }]);
    expect(JSON.stringify(documentOf(proposed('2026-04')))).toContain(`经申诉更正，申诉编号a：补记 ${DAILY}`);
  });

  test('names it once: later changes of the record have nothing to do with it', () => {
    late();
    appeal('a', upheld(['0315-b']));
    issue(office, '2026-04');
    spoilt(DAILY, { form: '简讯' }, office.values);
    expect(causesIn('2026-05')).toMatchObject([{ what: 'changed', file: DAILY }]);
    expect(appealsIn('2026-05')).toEqual([undefined]);
  });

  test('names no appeal that asked for something else, was rejected, or is open', () => {
    late();
    appeal('another', upheld(['0310-a']));
    appeal('rejected', { decision: { on: addDays(issuedOn(), 5), by: '办公室', result: '不支持', reasons: '查无此文', changed: ['0315-b'] } });
    appeal('open');
    expect(appealsIn('2026-04')).toEqual([undefined]);
  });

  test('names the latest of several, and one that was upheld in part', () => {
    late();
    appeal('a', upheld(['0315-b']));
    const { decision } = upheld(['0315-b'], addDays(issuedOn(), 8));
    appeal('b', { decision: { ...decision, result: '部分支持' } });
    expect(appealsIn('2026-04')).toEqual(['b']);
  });

  test('names none that was decided before the bulletin was issued: what it led to was in it already', () => {
    late();
    appeal('a', upheld(['0315-b'], addDays(issuedOn(), -1)));
    expect(appealsIn('2026-04')).toEqual([undefined]);
  });

  test('names one that had a record deleted, or a register changed', () => {
    office.values.delete(ADOPTION);
    appeal('a', upheld(['0310-a']));
    expect(causesIn('2026-04')).toMatchObject([{ what: 'deleted', file: ADOPTION, appeal: 'a' }]);
    expect(appealsBehind(sourcesOf(office).ledger, office.issued)('data/outlets.yaml', '2026-03')).toBeNull();
    appeal('b', upheld(['data/outlets.yaml']));
    expect(appealsBehind(sourcesOf(office).ledger, office.issued)('data/outlets.yaml', '2026-03')).toBe('b');
  });

  test('whatever was appealed, the figures are those of the records', () => {
    late();
    const without = bookAsOf('2026-04-30' as Day, office.issued, sourcesOf(office)).credits;
    appeal('a', upheld(['0315-b']));
    const plain = ({ reason: _reason, ...credit }: (typeof without)[number]) => credit;
    expect(bookAsOf('2026-04-30' as Day, office.issued, sourcesOf(office)).credits.map(plain)).toEqual(without.map(plain));
  });
});

describe('held against bulletins and ordinances', () => {
  const codes = (): string[] => checkAppeals({ ...sourcesOf(office) }).map(({ at, code }) => `${at.path.join('.')} ${code}`);

  test('an appeal that is in order has no finding, whatever kind of record it is about', () => {
    for (const [index, item] of ['0305-a', '0310-a', '0320-a', '0301-k'].entries()) appeal(`a${index}`, { item, clause: '四(一)3' });
    appeal('whole', { item: undefined });
    appeal('upheld', upheld(['0310-a', 'data/outlets.yaml', 'policies/county-2021.yaml']));
    expect(codes()).toEqual([]);
  });

  test('a record that is gone may have been changed, since a bulletin rested on it', () => {
    office.values.delete(ADOPTION);
    appeal('a', upheld(['0310-a']));
    expect(codes()).toEqual([]);
    issue(office, '2026-04');
    expect(codes()).toEqual([]);
  });

  test('an item of another month is not covered, unless the bulletin corrects something of it', () => {
    appeal('a', { item: '0401-x' });
    expect(codes()).toEqual(['bulletin appeal/not-covered']);
    appeal('a', { item: '0305-a' });
    late();
    issue(office, '2026-04');
    appeal('a', { item: '0315-b', bulletin: '2026-04' });
    expect(codes()).toEqual([]);
  });

  test('an obligation is covered by the month of its last day, too', () => {
    office.values.set('data/obligations/2026/0225-k.yaml', {
      kind: '约稿',
      title: '跨月约稿',
      on: '2026-02-25',
      due: '2026-03-10',
      units: ['jijin'],
    });
    appeal('a', { item: '0225-k' });
    expect(codes()).toEqual([]);
  });

  test('without an appeal there is nothing to look at', () => expect(codes()).toEqual([]));
});

describe('in a real repository', () => {
  let bureauInGit: GitOffice;
  beforeAll(async () => {
    bureauInGit = GitOffice.open();
    await bureauInGit.issue('2026-01');
    await bureauInGit.issue('2026-02');
  }, 60_000);
  afterAll(() => bureauInGit.remove());

  const corrections = (id: string): LockedCredit[] => bureauInGit.lock(id).credits.filter(({ reason }) => reason.code === 'corrected');

  test('issued, appealed, upheld, changed: the next bulletin names it with the commit, those after it do not, and verify agrees', async () => {
    const january = bureauInGit.take(lockFile('2026-01'));
    const { issued } = bureauInGit.lock('2026-02').document;
    const written = {
      unit: 'fuwu',
      person: '王芳',
      on: issued,
      item: 'a-jan',
      bulletin: '2026-01',
      clause: '四(一)3',
      asks: '补记湛江日报采用',
      grounds: '1月20日刊发',
    };
    const file = 'data/appeals/2026/20260301-fuwu.yaml';
    bureauInGit.put(file, stringify(written));
    bureauInGit.commit('申诉');
    expect((await bureauInGit.tell('check')).out).toContain('检查通过');

    bureauInGit.put(...LATE);
    const changed = [adoptionFile('a-jan-daily').replace(/^.*\/|\.yaml$/g, '')];
    bureauInGit.put(file, stringify({ ...written, decision: { on: issued, by: '办公室', result: '支持', reasons: '属实', changed } }));
    const commit = bureauInGit.commit('申诉属实，补记');
    expect((await bureauInGit.tell('check')).out).toContain('检查通过');

    await bureauInGit.issue('2026-03');
    await bureauInGit.issue('2026-04');
    expect(bureauInGit.take(lockFile('2026-01'))).toBe(january);
    // 6 in the city's paper instead of 3 on the county's site.
    expect(corrections('2026-03').map(({ on, unit, points }) => [on, unit, points])).toEqual([['2026-03-01', 'fuwu', 3]]);
    expect(corrections('2026-03').map(({ reason }) => reason.causes)).toEqual([[{ what: 'added', file: LATE[0], commit, appeal: '20260301-fuwu' }]]);
    expect(corrections('2026-04')).toEqual([]);

    const { code, bulletins } = await bureauInGit.verified();
    expect([code, bulletins.map(({ period: key, verdict }) => [key, verdict])]).toEqual([
      0,
      [
        ['2026-01', 'corrected'],
        ['2026-02', 'identical'],
        ['2026-03', 'identical'],
        ['2026-04', 'identical'],
      ],
    ]);
    expect((await bureauInGit.verify('2026-01')).out).toContain('经申诉更正，申诉编号 20260301-fuwu');
  }, 120_000);

  test('explain tells the appeal beside the credits', async () => {
    const { out } = await bureauInGit.tell('explain', 'a-jan');
    expect(out).toContain('申诉 Appeals 20260301-fuwu: 医保服务中心 王芳\n  《稿件a-jan》 · 2026-01 · 四(一)3\n');
    expect(out).toMatch(/支持 upheld · 办公室: 属实\n {2}改动的记录：a-jan-daily\n/);
    const { appeals } = JSON.parse((await bureauInGit.tell('explain', 'fuwu', '--format', 'json')).out);
    expect(appeals).toMatchObject([{ id: '20260301-fuwu', unit: 'fuwu', person: 'wang', file: 'data/appeals/2026/20260301-fuwu.yaml' }]);
    expect(JSON.parse((await bureauInGit.tell('explain', '王芳', '--format', 'json')).out).appeals).toHaveLength(1);
    expect(JSON.parse((await bureauInGit.tell('explain', 'fuwu', '--format', 'json', '--period', '2025-12')).out).appeals).toEqual([]);
  });

  test('explain tells what is open or withdrawn, as of the day', async () => {
    const written = { unit: 'jijin', on: '2026-04-20', bulletin: '2026-03', asks: '更正', grounds: '有误' };
    bureauInGit.put('data/appeals/2026/20260420-jijin.yaml', stringify({ ...written, withdrawn: '2026-05-01' }));
    bureauInGit.put(
      'data/appeals/2026/20260421-jijin.yaml',
      stringify({ ...written, decision: { on: '2026-07-09', by: '李明(服务中心)', result: '不支持', reasons: '无误' } }),
    );
    const { out } = await bureauInGit.tell('explain', 'jijin');
    expect(out).toContain('  2026-03\n  请求 asked: 更正\n  理由 grounds: 有误\n  2026-05-01 撤回 withdrawn on 2026-05-01\n');
    expect(out).toContain('  未决 open\n');
  });
});
