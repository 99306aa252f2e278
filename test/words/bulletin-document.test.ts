/** The document of October 2026 as the small bulletin has it; every figure is counted by hand from its records. */
import { describe, expect, test } from 'vitest';
import type { Published } from '../../src/ledger/written/bulletin.ts';
import type { Cadence, Wording } from '../../src/ledger/written/wording.ts';
import type { Block, OfficialDocument } from '../../src/model/document.ts';
import { documentOf, titleOf } from '../../src/words/bulletin/document.ts';
import { DEFAULT_WORDING } from '../../src/words/bulletin/wording.ts';
import { bulletin } from '../support/bulletin.ts';

/** The small bulletin under a wording, with figures changed. */
function written(wording: Wording, change: (published: Published) => void = () => {}, period = '2026-10'): OfficialDocument {
  const lock = bulletin();
  change(lock.published);
  return documentOf({ ...lock, period, document: { ...lock.document, wording } });
}
const ours = (cadence: Cadence, change?: (published: Published) => void, period?: string) => written(DEFAULT_WORDING[cadence], change, period);

const textsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
const headingsOf = ({ body }: OfficialDocument): string[] => body.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

/** What stands under a heading, whatever its number. */
function under(document: OfficialDocument, heading: string): string[] {
  const start = document.body.findIndex((block) => block.kind === 'heading' && block.text.endsWith(`、${heading}`));
  const rest = start < 0 ? [] : document.body.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading');
  return textsOf(end < 0 ? rest : rest.slice(0, end));
}

const only = (wording: Partial<Wording>): Wording => ({ title: '通报', official: false, sections: [], annexes: [], ...wording });

describe('the document around the text', () => {
  test('has mark, number, addressees, signature, day, remark and imprint as GB/T 9704 has them', () => {
    const { mark, number, title, to, signed, remark, imprint } = documentOf(bulletin());
    expect({ mark, number, title, to, signed, remark, imprint }).toEqual({
      mark: '南渡县医疗保障局文件',
      number: '南医保办通〔2026〕10号',
      title: '关于2026年10月信息宣传工作情况的通报',
      to: '各股室、各下属单位',
      signed: { office: '南渡县医疗保障局办公室', date: '2026年11月3日' },
      remark: '此件公开发布',
      imprint: { copies: '局领导', printedBy: '南渡县医疗保障局办公室', printedOn: '2026年11月3日' },
    });
  });

  test('of an informal one has no number and no 文件', () => {
    const { document, ...lock } = bulletin();
    const { number: _number, to: _to, copies: _copies, remark: _remark, ...informal } = document;
    const told = documentOf({ ...lock, document: informal });
    expect(told).toMatchObject({ mark: '南渡县医疗保障局', number: null, to: null, remark: null, imprint: { copies: null } });
  });

  test('takes the addressees without their colon, and the remark without its brackets', () => {
    const { document, ...lock } = bulletin();
    expect(documentOf({ ...lock, document: { ...document, to: '各股室：', remark: '（此件公开发布）' } })).toMatchObject({
      to: '各股室',
      remark: '此件公开发布',
    });
  });

  test('is titled by its period and work', () => {
    expect(titleOf(DEFAULT_WORDING.month, bulletin())).toBe('关于2026年10月信息宣传工作情况的通报');
    expect(titleOf(DEFAULT_WORDING.quarter, { ...bulletin(), period: '2026-Q3' })).toBe('关于2026年第三季度信息宣传工作情况的通报');
    expect(titleOf(DEFAULT_WORDING.year, { ...bulletin(), period: '2026' })).toBe('关于2026年信息宣传工作情况及表扬先进的通报');
  });
});

describe('sections', () => {
  test('are numbered 一、二 …, the empty ones left out before', () => {
    const wording = only({
      sections: [
        { text: '开头的话' },
        { heading: '甲', text: '有' },
        { heading: '乙', text: '{% if 报送 > 100 %}没有{% endif %}' },
        { heading: '丙', own: 'problems' },
        { heading: '丁', own: 'requirements' },
      ],
    });
    expect(headingsOf(written(wording))).toEqual(['一、甲', '二、丁']);
    expect(under(written(wording), '丁')).toEqual(['各单位要严把时限，约稿应在截止日前报送。', '要落实审核责任，未经审核的稿件不得报送。']);
  });

  test('go on after ten', () => {
    const sections = Array.from({ length: 21 }, (_, index) => ({ heading: `第${index}`, text: '有' }));
    const headings = headingsOf(written(only({ sections })));
    expect([headings[9], headings[10], headings[19], headings[20]]).toEqual(['十、第9', '十一、第10', '二十、第19', '二十一、第20']);
    const many = headingsOf(written(only({ sections: Array.from({ length: 100 }, () => ({ heading: '甲', text: '有' })) })));
    expect(many[99]).toBe('100、甲');
  });

  test('that cannot be filled in say so in the text, and nothing breaks', () => {
    const wording = only({
      opening: '{{ 周其 }}',
      sections: [{ heading: '{% if %}', text: '有' }],
      annexes: [{ title: '{{ 无 }}', table: 'ranking' }],
    });
    const { body, annexes } = written(wording);
    expect(textsOf(body)[0]).toBe('【措辞模板有误，第1行：没有“周其”这个值。】');
    expect(textsOf(body)[1]).toMatch(/^一、【措辞模板有误/);
    expect(annexes[0]?.title).toMatch(/^【措辞模板有误/);
  });
});

describe('the monthly circular', () => {
  const document = ours('month');

  test('names the ordinance with its number', () => {
    expect(textsOf(document.body)[0]).toBe(
      '根据《南渡县医疗保障局信息宣传工作办法》（南医保发〔2025〕3号），现将2026年10月信息宣传工作情况通报如下。',
    );
  });

  test('tells totals and compares them, in items, percentage points and units', () => {
    // 4 of 9 is 44.4 %; September 5 of 8 is 62.5 %; last October 3 of 9 is 33.3 %.
    expect(under(document, '总体情况')).toEqual([
      '2026年10月，4个参评单位共报送信息9条，截至2026年10月31日采用4条，采用率44.4%。本月各级媒体、刊物共采用5条次，其中县级2条次、市级2条次、省级1条次，目录见附件3。获领导批示1件。',
      '按单位类别统计：机关股室2个单位报送7条、采用3条；下属单位2个单位报送2条、采用1条。报送最多的单位：待遇保障股（4条）。采用最多的单位：待遇保障股（2条）。各单位报送、采用情况见附件2。',
      '与上月相比，报送增加1条，采用减少1条，采用率下降18.1个百分点，零报送单位减少1个。与上年同期相比，报送持平，采用增加1条，采用率上升11.1个百分点，零报送单位增加1个。',
    ]);
  });

  test('says a tie as a tie, and names the last only where the office wants it', () => {
    const best = '得分靠前的单位：机关股室为待遇保障股和基金监管股（并列第1名）；下属单位为医疗保险服务中心。';
    expect(under(document, '得分情况')).toEqual([best, '各单位得分情况见附件1。']);
    const weakest = (cadence: Cadence) =>
      ours(cadence, (published) => {
        published.weakest = true;
      });
    expect(under(weakest('quarter'), '得分情况')).toContain('得分靠后的单位：下属单位为医保信息中心。');
    expect(under(weakest('month'), '得分情况').join()).not.toContain('靠后');
  });

  test('tells four missed periods one by one, and more by their number', () => {
    const missing = (months: number) =>
      ours('quarter', ({ groups }) => {
        const [quota] = groups.flatMap(({ rows }) => rows.flatMap(({ quotas }) => quotas));
        const [row] = groups.flatMap(({ rows }) => rows);
        if (quota === undefined || row === undefined) throw new Error('the small bulletin has a duty');
        row.quotas = Array.from({ length: months }, (_, index) => ({ ...quota, period: `2026-0${index + 1}`, count: 0, quota: 1, state: 'missed' }));
      });
    expect(under(missing(4), '任务完成情况').join()).toContain('（1月、2月、3月、4月）');
    expect(under(missing(5), '任务完成情况').join()).toContain('（5次）');
  });

  test('tells who filed nothing, who met what was owed, who answered, what was taken', () => {
    expect(under(document, '零报送、零采用单位')).toEqual(['本月零报送单位1个：医保信息中心。']);
    expect(under(document, '任务完成情况')).toEqual(['每月报送综合性报道：4个单位有任务，完成3个（其中超额完成2个），未完成1个：医保信息中心。']);
    expect(under(document, '约稿和专项任务完成情况')).toEqual([
      '约稿和专项任务共2件。按时完成：待遇保障股。逾期报送：医疗保险服务中心。未报送：医保信息中心。尚未到期：基金监管股。',
    ]);
    expect(under(document, '扣分情况')).toEqual(['本月共扣分2次，计7分：基金监管股扣5分、医疗保险服务中心扣2分。']);
  });

  test('names notable items by title, and hides what is not public', () => {
    expect(under(document, '重要稿件')).toEqual([
      '基金监管股报送的1条不公开信息获市级领导（市政府副职）批示；待遇保障股报送的《南渡县实现生育津贴“免申即享”》被南方日报客户端采用。',
    ]);
    const withdrawn = ours('month', ({ notable }) => {
      notable.splice(
        0,
        2,
        { title: '（现不公开）', units: ['daiyu'], on: '2026-10-19', why: 'adoption', level: '省' },
        { units: ['fuwu'], on: '2026-10-20', why: 'instruction' },
      );
    });
    expect(under(withdrawn, '重要稿件')).toEqual(['待遇保障股报送的（现不公开）被省级媒体采用；医疗保险服务中心报送的1条不公开信息获领导批示。']);
  });

  test('has its annexes in order, labelled', () => {
    expect(document.annexes.map(({ label, title }) => [label, title])).toEqual([
      ['附件1', '2026年10月信息宣传工作得分情况表'],
      ['附件2', '2026年10月信息宣传工作情况统计表'],
      ['附件3', '2026年10月信息采用目录'],
    ]);
  });

  test('has one annex without a figure, and none that is empty', () => {
    const bare = written(
      only({
        annexes: [
          { title: '更正', table: 'corrections' },
          { title: '目录', table: 'adopted' },
        ],
      }),
      (published) => {
        published.corrections = [];
      },
    );
    expect(bare.annexes.map(({ label, title }) => [label, title])).toEqual([['附件', '目录']]);
  });

  test('says of an empty month what there is to say, in whole sentences', () => {
    const nothing = ours('month', (published) => {
      const rows = published.groups.flatMap((group) => group.rows);
      for (const row of rows)
        Object.assign(row, {
          rank: 1,
          tied: true,
          filed: 0,
          adopted: 0,
          by_class: {},
          by_kind: {},
          corrections: 0,
          deductions: 0,
          of_period: 0,
          points: 0,
          quotas: [],
        });
      Object.assign(published.totals, {
        filed: 0,
        adopted: 0,
        adoptions: 0,
        by_class: {},
        by_level: {},
        instructions: 0,
        points: 0,
        zero_filed: 4,
        zero_adopted: 4,
      });
      published.by_unit_class = {};
      published.previous = undefined;
      published.year_before = undefined;
      published.zero_filed = ['daiyu', 'jianguan', 'fuwu', 'xinxi'];
      published.zero_adopted = published.zero_filed;
      for (const list of [
        published.commissions,
        published.notable,
        published.adopted,
        published.deductions,
        published.corrections,
        published.excluded,
      ])
        list.length = 0;
    });
    expect(textsOf(nothing.body).slice(1)).toEqual([
      '一、总体情况',
      '2026年10月，4个参评单位没有报送信息。',
      '各单位报送、采用情况见附件2。',
      '二、得分情况',
      '各单位得分情况见附件1。',
      '三、零报送、零采用单位',
      '本月零报送单位4个：待遇保障股、基金监管股、医疗保险服务中心、医保信息中心。',
      '四、下一步工作要求',
      '各单位要严把时限，约稿应在截止日前报送。',
      '要落实审核责任，未经审核的稿件不得报送。',
    ]);
  });
});

describe('what else there is to say', () => {
  test('a ranking that is not shown names nobody', () => {
    const hidden = ours('month', (published) => {
      published.ranks = 'none';
      published.weakest = true;
    });
    expect(under(hidden, '得分情况')).toEqual(['各单位得分情况见附件1。']);
    expect(under(hidden, '总体情况').join('')).not.toContain('最多的单位');
  });

  test('the first of a ranking that is shown in part, and no last ones', () => {
    const partly = ours('month', (published) => {
      published.ranks = 1;
      published.weakest = true;
      published.groups[1]?.top.units.push('xinxi');
    });
    expect(under(partly, '得分情况')[0]).toBe('得分靠前的单位：机关股室为待遇保障股和基金监管股（并列第1名）；下属单位为医疗保险服务中心。');
    expect(under(partly, '得分情况')[1]).toBe('各单位得分情况见附件1。');
  });

  test('one list of all units goes without the names of groups', () => {
    const single = ours('month', (published) => {
      const rows = published.groups.flatMap((group) => group.rows).map((row, index) => ({ ...row, rank: [1, 1, 3, 4][index] ?? 4 }));
      published.groups = [{ rows, top: { units: ['daiyu', 'jianguan', 'fuwu'], tie_across: false }, bottom: { units: [], tie_across: false } }];
    });
    expect(under(single, '得分情况')[0]).toBe('得分靠前的单位：待遇保障股和基金监管股（并列第1名）、医疗保险服务中心（第3名）。');
  });

  test('several who filed most are said to have it each', () => {
    const tied = ours('month', ({ groups }) => {
      for (const row of groups[0]?.rows ?? []) row.filed = 4;
    });
    expect(under(tied, '总体情况')[1]).toContain('报送最多的单位：待遇保障股、基金监管股（各4条）。');
  });

  test('units that filed in vain', () => {
    const vain = ours('month', (published) => {
      published.zero_adopted = ['fuwu', 'xinxi'];
    });
    expect(under(vain, '零报送、零采用单位')[1]).toBe('有报送、无采用的单位1个：医疗保险服务中心。');
  });

  test('filings of several units are said to count with each of them', () => {
    const joint = ours('month', ({ totals }) => {
      totals.joint = 2;
    });
    expect(under(joint, '总体情况')[0]).toContain('共报送信息9条（联合报送的分别计入各单位，其中重复计入2条），');
  });

  test('a duty of several months names the months that were missed, and what still runs', () => {
    const quarter = ours(
      'quarter',
      ({ groups }) => {
        const quota = (period: string, count: number, state: 'met' | 'missed' | 'running') => ({
          duty: 'd',
          title: '每月任务',
          period,
          count,
          quota: 1,
          state,
        });
        for (const [index, row] of groups.flatMap((group) => group.rows).entries())
          row.quotas = [
            quota('2026-07', 1, 'met'),
            quota('2026-08', index === 1 ? 0 : 1, index === 1 ? 'missed' : 'met'),
            quota('2026-09', 1, index === 2 ? 'running' : 'met'),
          ];
      },
      '2026-Q3',
    );
    expect(under(quarter, '任务完成情况')).toEqual(['每月任务：4个单位有任务，完成2个，未完成1个：基金监管股（8月），另有1个单位的任务尚未到期。']);
  });

  test('a missed period of another year keeps its year', () => {
    const quota = (period: string) => ({ duty: 'd', title: '每月任务', period, count: 0, quota: 1, state: 'missed' as const });
    const document = ours('month', ({ groups }) => {
      for (const row of groups.flatMap((group) => group.rows)) row.quotas = row.unit === 'xinxi' ? [quota('2025-12'), quota('2026-01')] : [];
    });
    expect(under(document, '任务完成情况')).toEqual(['每月任务：1个单位有任务，完成0个，未完成1个：医保信息中心（2025年12月、1月）。']);
  });

  test('classes of units stand in the order of the register, unknown ones last; a single one is not told', () => {
    const told = (classes: readonly string[]): string[] =>
      textsOf(
        written(only({ opening: '{{ 单位分类 }}' }), (published) => {
          published.by_unit_class = Object.fromEntries(classes.map((name) => [name, { units: 1, filed: 0, adopted: 0 }]));
        }).body,
      );
    const each = (name: string): string => `${name}1个单位报送0条、采用0条`;
    expect(told(['新设', '下属单位', '机关股室'])).toEqual([['机关股室', '下属单位', '新设'].map(each).join('；')]);
    expect(told(['机关股室'])).toEqual([]);
  });

  test('adoptions of outlets without a class or level are the others', () => {
    const { body } = written(only({ opening: '{{ 媒体分类 }}/{{ 级别分类 }}' }), ({ totals }) => {
      totals.by_class = { 省级: 1, 县级: 2, '': 2 };
      totals.by_level = { 省: 1, 县: 2 };
    });
    expect(textsOf(body)).toEqual(['县级2条次、省级1条次、其他2条次/县级2条次、省级1条次、其他2条次']);
  });

  test.each([
    ['2026-Q3', '2026-Q2', '与上季度相比'],
    ['2026-H2', '2026-H1', '与2026年上半年相比'],
    ['2026', '2025', '与上年度相比'],
    ['2026-10', '2026-08', '与2026年8月相比'],
    ['2026-07-01..2026-10-09', '2026-03-22..2026-06-30', '与2026年3月22日至2026年6月30日相比'],
  ])('%s is compared with %s by a name that cannot be mistaken', (period, previous, words) => {
    const document = ours('month', (published) => Object.assign(published.previous ?? {}, { period: previous }), period);
    expect(under(document, '总体情况')[2]).toMatch(new RegExp(`^${words}`));
  });

  test('nothing is said of a rate where nothing was filed, and no change is 持平', () => {
    const document = written(only({ opening: '{{ 环比 }}' }), ({ previous, totals }) =>
      Object.assign(previous?.totals ?? {}, totals, { filed: 0, adopted: 0 }),
    );
    expect(textsOf(document.body)).toEqual(['与上月相比，报送增加9条，采用增加4条，零报送单位持平']);
    const same = written(only({ opening: '{{ 环比 }}' }), ({ previous, totals }) => Object.assign(previous?.totals ?? {}, totals));
    expect(textsOf(same.body)).toEqual(['与上月相比，报送持平，采用持平，采用率持平，零报送单位持平']);
  });

  test('several ordinances are named one after another', () => {
    const document = written(only({ opening: '{{ 依据 }}' }), ({ ordinances }) =>
      ordinances.push({ id: 'b', title: '乙办法', from: '2026-01-01', readings: {} }),
    );
    expect(textsOf(document.body)).toEqual(['《南渡县医疗保障局信息宣传工作办法》（南医保发〔2025〕3号）、《乙办法》']);
  });
});

describe('the bulletin of the year', () => {
  const document = ours('year', undefined, '2026');

  test('names whom it commends, and leaves a tie at the cut to the office', () => {
    expect(under(document, '表扬')).toEqual([
      '待遇保障股、基金监管股得分相同，“信息工作先进单位”（机关股室）余下1个名额另行研究确定。',
      '对医疗保险服务中心予以“信息工作先进单位”表扬（下属单位）。',
      '对周敏予以“优秀信息员”表扬。',
    ]);
  });

  test('names no person where persons are not shown', () => {
    const anonymous = ours(
      'year',
      (published) => {
        published.people = false;
      },
      '2026',
    );
    expect(JSON.stringify(anonymous)).not.toMatch(/周敏|李强|优秀信息员/);
  });

  test('names who may not be commended, and whether that is final', () => {
    expect(under(document, '评先评优资格')).toEqual(['医保信息中心：半年没有报送综合性报道，截至2026年10月31日不能参加评先评优（依据：四（二））。']);
    const final = ours(
      'year',
      ({ barred }) => {
        barred[0] = { unit: 'xinxi', bars: '评先评优', clause: '四（二）', cause: '2026-H1', final: true };
      },
      '2026',
    );
    expect(under(final, '评先评优资格')).toEqual(['医保信息中心：2026年上半年未达到报送要求，不能参加评先评优（依据：四（二））。']);
  });

  test('is called a commendation only where somebody can be commended', () => {
    const lock = bulletin();
    lock.published.awards = [];
    expect(titleOf(DEFAULT_WORDING.year, { ...lock, period: '2026' })).toBe('关于2026年信息宣传工作情况的通报');
  });
});

describe('the half-monthly reminder', () => {
  test('can be made from a bulletin too', () => {
    const reminder = ours('half-month', undefined, '2026-10-A');
    expect(textsOf(reminder.body)[0]).toBe('截至2026年10月31日，2026年10月上半月信息宣传工作任务完成情况提醒如下。');
    expect(under(reminder, '零报送单位')).toEqual(['本半月尚未报送信息的单位1个：医保信息中心，请抓紧报送。']);
    expect(reminder.annexes).toEqual([]);
  });
});
