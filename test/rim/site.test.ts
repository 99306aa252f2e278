/** What pages are made of comes from the root and the day that the environment names. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { begin, building } from '../../src/rim/last-build.ts';
import { openRoot } from '../../src/rim/open.ts';
import { hand } from '../../src/rim/session.ts';
import { AS_OF, world } from '../site/world.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tongbao-site-'));
  for (const [file, value] of world()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), stringify(value));
  }
  vi.resetModules();
  vi.stubEnv('TONGBAO_ROOT', root);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const load = async () => (await import('../../src/rim/site.ts')).site;

test('the day that was asked for', async () => {
  vi.stubEnv('TONGBAO_AS_OF', AS_OF);
  const site = await load();
  expect(site.frame).toMatchObject({ organisation: '某县医疗保障局', asOf: AS_OF });
  expect(site.overview().ranking?.title).toBe('2026年第二季度得分排名');
});

test('today, in the time zone of the installation, unless one was asked for', async () => {
  vi.useFakeTimers({ now: new Date('2026-06-30T17:00:00Z') });
  vi.stubEnv('TONGBAO_AS_OF', '');
  expect((await load()).frame.asOf).toBe('2026-07-01');
  vi.useRealTimers();
});

test('what is no day ends the build with a reason', async () => {
  vi.stubEnv('TONGBAO_AS_OF', '2026-02-30');
  await expect(load()).rejects.toThrow('TONGBAO_AS_OF is not a day: 2026-02-30');
});

test('so does a root without site.yaml', async () => {
  rmSync(join(root, 'data/site.yaml'));
  await expect(load()).rejects.toThrow('data/site.yaml cannot be used');
});

describe('the paths of pages', () => {
  /** All pages of units as Astro would ask for them, each made; `first` is what an earlier build knows. */
  async function build(first = building(new Map())) {
    vi.resetModules();
    hand(openRoot(root));
    const one = building(first.now);
    begin(one);
    const { eachPage, onePage, shown } = await import('../../src/rim/site.ts');
    const units = await eachPage(
      (site) => site.unitIds(),
      (unit) => ({ unit }),
      (unit, site) => site.unit(unit),
    );
    const data = await onePage((site) => site.openData());
    for (const path of units) expect(shown(path).page.path).toContain(path.params.unit);
    for (const path of data) expect((await shown(path).page).path).toBe('data/');
    begin(null);
    return { one, paths: [...units, ...data].map(({ params }) => Object.values(params).filter(Boolean).join(' ')) };
  }

  const write = (file: string, value: unknown) => writeFileSync(join(root, file), stringify(value));
  const EVERY = ['lingdao', 'daiyu', 'jijin', 'fuwu', 'xinxi'];

  test('are there in every language; the next time only what shows something else, which after a change around all pages is everything', async () => {
    vi.stubEnv('TONGBAO_AS_OF', AS_OF);
    const first = await build();
    expect(first.paths).toEqual([...EVERY, ...EVERY.map((unit) => `${unit} en`), '', 'en']);
    const files = [...EVERY.map((unit) => `units/${unit}/index.html`), 'data/index.html'].flatMap((file) => [file, `en/${file}`]);
    expect([...first.one.now.keys()].sort()).toEqual(files.sort());

    const second = await build(first.one);
    expect(second.paths).toEqual([]);
    expect([...second.one.kept].sort()).toEqual(files);
    expect(second.one.now).toEqual(first.one.now);

    write('data/submissions/xinxi/2026/a-new-one.yaml', { title: '新的一篇', unit: '信息中心', on: '2026-06-11', form: '综合' });
    const ranked = ['daiyu', 'fuwu', 'xinxi'];
    expect((await build(second.one)).paths).toEqual([...ranked, ...ranked.map((unit) => `${unit} en`), '', 'en']);

    write('data/site.yaml', { ...world().get('data/site.yaml'), organisation: '某县医保局' });
    expect((await build(second.one)).paths).toEqual(first.paths);
  });
});
