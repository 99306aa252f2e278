/** The search over a few records: words in the middle of sentences, and nothing that is not there. */
import { describe, expect, test } from 'vitest';
import type { ListedData } from '../../../src/site/listed.ts';
import { type Found, openSearch } from '../../../src/site/search/find.ts';
import type { SearchData } from '../../../src/site/search/kinds.ts';
import { pagesOf, SECRETS, world } from '../world.ts';

const TITLES = [
  '南渡县职工门诊共济家庭账户绑定突破三万户',
  '门诊统筹进村卫生站，榕树镇村民取药能报七成',
  '带量采购进门诊，统筹基金更安全',
  '研究生命起源的青年医师走进社区',
  '推进ＤＩＰ付费改革 2.0 版',
  '乒乓球拍卖完了，义卖款全部捐给困难群众',
];

const LISTED: ListedData = {
  units: [['daiyu', '待遇股', '待遇保障股']],
  forms: ['综合'],
  outlets: [],
  classes: [],
  duties: [],
  rows: TITLES.map((title, index) => [`s${index}`, title, `2026-03-0${index + 1}`, [0], 0, [], -1, -1, '0']),
};
const DATA: SearchData = {
  units: [['待遇保障股', 'units/daiyu/', '待遇股', '机关股室']],
  people: [['林二', 'people/lin/', '待遇保障股', '信息员']],
  outlets: [['湛江日报', 'outlets/daily/', '湛报', '市 · 报纸']],
  policies: [['四(二)', 'policies/county-2021/#clause-x', '各股室每月至少报送1篇综合性报道,半年一篇未报的不得评先评优', '新闻报道工作办法']],
  bulletins: [['关于2026年3月份新闻报道工作情况的通报', 'bulletins/2026-03/', '某医保办〔2026〕4号', '2026-04-05']],
};

const search = await openSearch(DATA, LISTED);
const paths = ({ kinds }: Found): string[] => kinds.flatMap(({ hits }) => hits().map(({ path }) => path)).sort();

describe('words in the middle of a sentence are found', () => {
  test.each([
    ['家庭账户', ['submissions/s0/']],
    ['门诊', ['submissions/s0/', 'submissions/s1/', 'submissions/s2/']],
    ['取药能报', ['submissions/s1/']],
    ['评先评优', ['policies/county-2021/#clause-x']],
    ['报道工作', ['bulletins/2026-03/']],
    ['江日', ['outlets/daily/']],
    ['拍卖', ['submissions/s5/']],
  ])('%s', (question, expected) => {
    expect(search.find(question)).toMatchObject({ exact: true });
    expect(paths(search.find(question))).toEqual(expected);
  });
});

describe('the traps of cutting Chinese into words', () => {
  test('what a dictionary would cut apart is found as well: 研究|生命, 研究生|命', () => {
    expect(paths(search.find('究生命'))).toEqual(['submissions/s3/']);
    expect(paths(search.find('研究生'))).toEqual(['submissions/s3/']);
  });

  test('the end of one clause and the start of the next are no word', () => {
    // 门诊，统筹 has 门诊 and 统筹, and not 门诊统筹; that is in another title.
    expect(paths(search.find('门诊统筹'))).toEqual(['submissions/s1/']);
    expect(search.find('诊统筹基').exact).toBe(false);
  });

  test('signs that stand in one title, but not together, are no hit: 突破…账户 is not 破账', () => {
    expect(search.find('破账')).toEqual({ exact: false, count: 0, kinds: [] });
  });

  test('pairs that stand in different places do not make a word: 村民, 民取 and 取药 here, 药村 nowhere', () => {
    expect(search.find('取药村民').exact).toBe(false);
  });
});

test('a single sign is found wherever it stands, also at the very end', () => {
  expect(paths(search.find('药'))).toEqual(['submissions/s1/']);
  expect(paths(search.find('版'))).toEqual(['submissions/s4/']);
});

test('letters and numbers, full width or half, capital or small, are found from their beginning', () => {
  expect(paths(search.find('dip'))).toEqual(['submissions/s4/']);
  expect(paths(search.find('ＤＩＰ付费'))).toEqual(['submissions/s4/']);
  expect(paths(search.find('2026'))).toEqual(['bulletins/2026-03/']);
});

test('blanks separate words, all of which are wanted, in the title or in what belongs to it', () => {
  expect(paths(search.find('门诊 家庭'))).toEqual(['submissions/s0/']);
  expect(paths(search.find('待遇保障股 门诊'))).toEqual(['submissions/s0/', 'submissions/s1/', 'submissions/s2/']);
});

test('a name comes before the items that belong to it', () => {
  expect(search.find('待遇保障股').kinds.map(({ kind }) => kind)).toEqual(['units', 'people', 'submissions']);
});

test('where nothing has the whole question, what has at least half of it is offered, and said to be that', () => {
  // Of 门诊, 诊共, 共济, 济新, 新政 the first title has three, the others one.
  const found = search.find('门诊共济新政');
  expect(found.exact).toBe(false);
  expect(paths(found)).toEqual(['submissions/s0/']);
});

test('what was hit is marked, in further words too', () => {
  const [found] = search.find('评优').kinds;
  expect(found?.count).toBe(1);
  expect(
    found
      ?.hits(0, 1)[0]
      ?.words.filter(({ hit }) => hit)
      .map(({ text }) => text),
  ).toEqual(['评优']);
});

test('an empty question, or one of punctuation alone, finds nothing', () => {
  expect(search.find('  ').count).toBe(0);
  expect(search.find('，。！').count).toBe(0);
});

describe('over the records of a bureau', () => {
  test('what is public is found, and of what is not nothing', async () => {
    const site = pagesOf();
    const whole = await openSearch(site.searchData(), site.submissionsData());
    expect(paths(whole.find('统筹落地'))).toEqual(['submissions/climbing/']);
    expect(paths(whole.find('湛江日报'))).toContain('outlets/daily/');
    expect(paths(whole.find('莫三'))).toEqual(['people/mo/']);
    expect(Object.values(SECRETS).filter((secret) => whole.find(secret).exact && whole.find(secret).count > 0)).toEqual([]);
  });

  test('persons are not found where the installation does not show them', async () => {
    const values = world();
    values.set('data/site.yaml', { ...values.get('data/site.yaml'), public: { people: false } });
    expect(pagesOf(values).searchData().people).toEqual([]);
    expect(JSON.stringify([pagesOf(values).searchData(), pagesOf(values).submissionsData()])).not.toMatch(/林二|莫三/);
  });
});
