/** The tables of the small bulletin; every figure is counted by hand from its records. */
import { describe, expect, test } from 'vitest';
import type { Published } from '../../src/ledger/written/bulletin.ts';
import { TABLES, type TableName } from '../../src/ledger/written/wording.ts';
import type { DocumentTable } from '../../src/model/document.ts';
import { tablesOf } from '../../src/words/bulletin/tables.ts';
import { bulletin } from '../support/bulletin.ts';

function tables(name: TableName, change: (published: Published) => void = () => {}, period = '2026-10'): DocumentTable[] {
  const lock = bulletin();
  change(lock.published);
  return tablesOf(name, { ...lock, period });
}

const headsOf = (table: DocumentTable | undefined): string[] =>
  (table?.columns ?? []).map(({ label, group }) => (group === undefined ? label : `${group}/${label}`));
/** A column by its head, the sum at its foot. */
function column(table: DocumentTable | undefined, head: string): string[] {
  const index = headsOf(table).indexOf(head);
  return table ? [...table.rows.map((row) => row[index] ?? ''), ...(table.total ? [table.total[index] ?? ''] : [])] : [];
}

describe('the ranking', () => {
  test('has a table for each group, with its own sum', () => {
    const [offices, centres] = tables('ranking');
    expect([offices?.id, offices?.caption, centres?.id, centres?.caption]).toEqual([
      'ranking-1',
      '信息宣传工作得分排名（机关股室）',
      'ranking-2',
      '信息宣传工作得分排名（下属单位）',
    ]);
    expect(headsOf(offices)).toEqual([
      '排名',
      '单位',
      '本月报送',
      '采用',
      '采用率',
      '得分构成/报送',
      '得分构成/采用',
      '得分构成/批示',
      '得分构成/约稿任务',
      '得分构成/差错',
      '本月得分',
      '其中/扣分',
      '其中/更正',
      '累计得分',
    ]);
    // 7 filed and 3 adopted are 42.9 %; 131 + 120.5 = 251.5.
    expect(offices?.rows).toEqual([
      ['1', '待遇保障股', '4', '2', '50%', '4', '12', '0', '0', '0', '16', '0', '0', '131'],
      ['1', '基金监管股', '3', '1', '33.3%', '3', '8', '10', '0', '-5', '16', '-5', '2', '120.5'],
    ]);
    expect(offices?.total).toEqual(['', '合计', '7', '3', '42.9%', '7', '20', '10', '0', '-5', '32', '-5', '2', '251.5']);
    expect(centres?.total).toEqual(['', '合计', '2', '1', '50%', '2', '3', '0', '-2', '0', '3', '-2', '-3', '84.8']);
  });

  test('keeps units with nothing, notes ties, and names who is left out and why', () => {
    const [offices, centres] = tables('ranking');
    expect(centres?.rows[1]).toEqual(['2', '医保信息中心', '0', '0', '—', '0', '0', '0', '0', '0', '0', '0', '0', '20.5']);
    expect(offices?.notes).toEqual(['待遇保障股、基金监管股得分相同，并列第1名。']);
    expect(centres?.notes).toEqual(['局领导不参加排名：负责审批，不报送信息。']);
  });

  test('without ranks keeps the order of the register', () => {
    const [offices, ...others] = tables('ranking', (published) => {
      published.ranks = 'none';
      for (const group of published.groups) group.rows.reverse();
    });
    expect(headsOf(offices).slice(0, 2)).toEqual(['单位', '本月报送']);
    expect(offices?.caption).toBe('信息宣传工作得分情况（机关股室）');
    expect(column(offices, '单位')).toEqual(['待遇保障股', '基金监管股', '合计']);
    expect(column(offices, '本月得分')).toEqual(['16', '16', '32']);
    expect(offices?.notes).toEqual(['按单位登记顺序排列，不排名次。']);
    expect(others).toHaveLength(1);
  });

  test('shown in part has ranks and points of the first only, and no sum that would tell the others', () => {
    const [table] = tables('ranking', (published) => {
      const rows = published.groups.flatMap((group) => group.rows);
      const ranks: Record<string, number> = { fuwu: 1, xinxi: 2, jianguan: 3, daiyu: 3 };
      published.ranks = 2;
      published.groups = [
        {
          rows: rows.map((row) => ({ ...row, rank: ranks[row.unit] ?? 4, tied: ranks[row.unit] === 3 })).reverse(),
          top: { units: [], tie_across: false },
          bottom: { units: [], tie_across: false },
        },
      ];
    });
    expect(table?.id).toBe('ranking');
    expect(column(table, '单位')).toEqual(['医疗保险服务中心', '医保信息中心', '待遇保障股', '基金监管股', '合计']);
    expect(column(table, '排名')).toEqual(['1', '2', '—', '—', '']);
    expect(column(table, '本月得分')).toEqual(['3', '0', '—', '—', '—']);
    expect(column(table, '本月报送')).toEqual(['2', '0', '4', '3', '9']);
    expect(table?.notes).toEqual(['只公布前2名的名次和得分，其他单位按登记顺序排列。', '局领导不参加排名：负责审批，不报送信息。']);
  });

  test('says by which points it ranks, and what counts with several units', () => {
    const all = tables('ranking', (published) => {
      published.ranked_by = 'year-to-date';
      published.totals.joint = 1;
    });
    expect(all[0]?.notes[0]).toBe('按累计得分排名。');
    expect(all[1]?.notes).toContain('联合报送的信息分别计入各单位，报送合计9条中有1条为重复计入。');
  });

  test('adds up even where points are of no kind that we know', () => {
    const [offices] = tables('ranking', ({ groups }) => {
      for (const row of groups[0]?.rows ?? []) row.by_kind = { adoption: 0.1 };
    });
    // 16 − 0.1 is 15.9, exactly.
    expect(column(offices, '得分构成/采用')).toEqual(['0.1', '0.1', '0.2']);
    expect(column(offices, '得分构成/其他')).toEqual(['15.9', '15.9', '31.8']);
  });

  test('has no columns of kinds where all points are of one', () => {
    const [offices] = tables('ranking', ({ groups }) => {
      for (const row of groups.flatMap((group) => group.rows)) row.by_kind = { adoption: row.of_period };
    });
    expect(headsOf(offices).filter((head) => head.startsWith('得分构成'))).toEqual([]);
  });

  test('of a year has no second column for the year', () => {
    const whole = (published: Published): void => {
      for (const row of published.groups.flatMap((group) => group.rows)) row.to_date = row.of_period;
    };
    expect(headsOf(tables('ranking', whole, '2026')[0])).not.toContain('累计得分');
    expect(headsOf(tables('ranking', whole, '2026')[0])).toContain('本年度得分');
    expect(headsOf(tables('ranking', undefined, '2026')[0])).toContain('累计得分');
  });
});

describe('the statistics', () => {
  test('have filed, owed, adopted by class and in print, and points given and taken', () => {
    const [offices, centres] = tables('statistics');
    expect(headsOf(offices)).toEqual([
      '单位',
      '报送/本月',
      '报送/全年累计',
      '任务/任务数',
      '任务/欠报',
      '采用条次/县级',
      '采用条次/市级',
      '采用条次/省级',
      '采用条次/国家级',
      '采用条次/合计',
      '采用条次/其中报刊',
      '采用条数',
      '采用率',
      '批示',
      '得分/加分',
      '得分/扣分',
      '得分/更正',
      '得分/合计',
    ]);
    // 基金监管股: 3 + 6 + 10 = 19 given, 5 taken, 2 corrected: 16.
    expect(offices?.rows).toEqual([
      ['待遇保障股', '4', '31', '2', '0', '1', '0', '1', '0', '2', '0', '2', '50%', '0', '16', '0', '0', '16'],
      ['基金监管股', '3', '28', '2', '0', '1', '1', '0', '0', '2', '1', '1', '33.3%', '1', '19', '-5', '2', '16'],
    ]);
    expect(centres?.rows[1]).toEqual(['医保信息中心', '0', '7', '2', '2', '0', '0', '0', '0', '0', '0', '0', '—', '0', '0', '0', '0', '0']);
    expect(centres?.total).toEqual(['合计', '2', '26', '4', '2', '0', '1', '0', '0', '1', '0', '1', '50%', '0', '8', '-2', '-3', '3']);
  });

  test('have no column for what nobody has or owes', () => {
    const [offices] = tables(
      'statistics',
      ({ groups }) => {
        for (const row of groups.flatMap((group) => group.rows)) Object.assign(row, { quotas: [], corrections: 0 });
      },
      '2026',
    );
    expect(headsOf(offices).filter((head) => /任务|更正|累计/.test(head))).toEqual([]);
  });

  test('show many classes of outlets only as far as somebody has them, and those of no class', () => {
    const [offices] = tables('statistics', (published) => {
      published.classes = ['一', '二', '三', '四', '五', '六', '七'];
      for (const row of published.groups[0]?.rows ?? []) row.by_class = { 三: 1, '': 2 };
      for (const row of published.groups[1]?.rows ?? []) row.by_class = {};
    });
    expect(headsOf(offices).filter((head) => head.startsWith('采用条次'))).toEqual([
      '采用条次/三',
      '采用条次/其他',
      '采用条次/合计',
      '采用条次/其中报刊',
    ]);
    expect(column(offices, '采用条次/合计')).toEqual(['3', '3', '6']);
  });
});

describe('the lists', () => {
  test('of adopted titles hides what is not public', () => {
    const [table] = tables('adopted');
    expect(headsOf(table)).toEqual(['序号', '题名', '报送单位', '作者', '采用媒体、刊物', '级别', '体裁', '采用日期']);
    expect(table?.rows[1]).toEqual(['2', '打击欺诈骗保专项行动启动', '基金监管股', '李强', '湛江日报（报刊）', '市级', '综合', '10月15日']);
    expect(table?.rows[4]).toEqual(['5', '（不公开）', '医疗保险服务中心', '—', '湛江市医疗保障局微信公众号', '市级', '—', '10月23日']);
    expect(table?.total).toBeNull();
  });

  test('of adopted titles without writers and forms has no column for them', () => {
    const [table] = tables('adopted', (published) => {
      published.people = false;
      for (const each of published.adopted) {
        delete each.form;
        delete each.class;
      }
      delete published.adopted[0]?.level;
    });
    expect(headsOf(table)).toEqual(['序号', '题名', '报送单位', '采用媒体、刊物', '级别', '采用日期']);
    expect(column(table, '级别')).toEqual(['—', '市级', '县级', '省级', '市级']);
  });

  test('of notable items', () => {
    expect(tables('notable')[0]?.rows).toEqual([
      ['1', '（不公开）', '基金监管股', '—', '市级领导（市政府副职）批示', '10月28日'],
      ['2', '南渡县实现生育津贴“免申即享”', '待遇保障股', '周敏', '南方日报客户端采用', '10月19日'],
    ]);
    const [bare] = tables('notable', ({ notable }) => {
      notable.splice(
        0,
        2,
        { units: ['fuwu'], on: '2026-10-02', why: 'adoption', level: '部委' },
        { units: ['fuwu'], on: '2026-10-03', why: 'adoption' },
      );
    });
    expect(column(bare, '采用或批示')).toEqual(['部委媒体采用', '有关媒体采用']);
  });

  test('of deductions adds them up', () => {
    const [table] = tables('deductions');
    expect(table?.rows).toEqual([
      ['医疗保险服务中心', '10月12日', '约稿《国庆假期医保服务保障情况》逾期报送', '十二', '-2'],
      ['基金监管股', '10月29日', '稿件数据差错', '十四（二）', '-5'],
    ]);
    expect(table?.total).toEqual(['合计', '', '', '', '-7']);
  });

  test('of corrections has the cause: what happened to which file in which commit', () => {
    const [table] = tables('corrections', ({ corrections }) => {
      corrections.push(
        { unit: 'daiyu', corrects: '2026-Q3', points: 0.5, causes: [{ what: 'program' }] },
        { unit: 'daiyu', corrects: '2026-Q3', points: 0.5, causes: [] },
      );
    });
    expect(table?.rows).toEqual([
      ['基金监管股', '2026年9月', '基金监管集中宣传月活动综述', '八', '补记 data/adoptions/2026/0928-rongmei.yaml（1f0c2a9d）', '+2'],
      ['医疗保险服务中心', '2026年9月', '—', '八', '删除 data/adoptions/2026/0915-site.yaml（9be4471c）；修改 data/outlets.yaml', '-3'],
      ['待遇保障股', '2026年第三季度', '—', '—', '统计程序更新', '+0.5'],
      ['待遇保障股', '2026年第三季度', '—', '—', '—', '+0.5'],
    ]);
    expect(table?.total).toEqual(['合计', '', '', '', '', '0']);
  });

  test('of commissions has the units by what they did', () => {
    const [table] = tables('commissions', ({ commissions }) => {
      delete commissions[1]?.due;
    });
    expect(headsOf(table)).toEqual(['序号', '类别', '题目', '截止日期', '按时', '逾期', '未报', '未到期']);
    expect(table?.rows).toEqual([
      ['1', '约稿', '国庆假期医保服务保障情况', '10月10日', '待遇保障股', '医疗保险服务中心', '医保信息中心', '—'],
      ['2', '政策', '（不公开）', '—', '—', '—', '—', '基金监管股'],
    ]);
  });

  test('of duties has a line for each unit', () => {
    expect(tables('quotas')[0]).toMatchObject({
      rows: [
        ['每月报送综合性报道', '待遇保障股', '2', '4', '超额完成'],
        ['每月报送综合性报道', '基金监管股', '2', '3', '超额完成'],
        ['每月报送综合性报道', '医疗保险服务中心', '2', '2', '完成'],
        ['每月报送综合性报道', '医保信息中心', '2', '0', '未完成'],
      ],
      total: ['合计', '', '8', '9', ''],
    });
  });

  test('of totals puts the periods beside each other and adds nothing up', () => {
    expect(tables('totals')[0]).toMatchObject({
      rows: [
        ['本期', '4', '9', '4', '44.4%', '2', '2', '1', '0', '5', '1', '1'],
        ['2026年9月', '4', '8', '5', '62.5%', '4', '2', '0', '0', '6', '0', '2'],
        ['2025年10月', '3', '9', '3', '33.3%', '3', '0', '0', '0', '3', '0', '0'],
      ],
      total: null,
    });
  });

  test('of awards leaves a tie at the cut open', () => {
    expect(tables('awards')[0]?.rows).toEqual([
      ['信息工作先进单位', '机关股室', '1', '—', '待遇保障股、基金监管股（余1个名额）', '十八'],
      ['信息工作先进单位', '下属单位', '1', '医疗保险服务中心', '—', '十八'],
      ['优秀信息员', '—', '1', '周敏', '—', '十九'],
    ]);
    const [plain] = tables('awards', ({ awards }) =>
      awards.splice(0, 3, { title: '先进', clause: '九', of: 'units', places: 1, sure: ['fuwu'], undecided: [], places_left: 0 }),
    );
    expect(plain?.rows).toEqual([['先进', '1', '医疗保险服务中心', '九']]);
  });

  test('of writers is there where persons are shown, and notes ties', () => {
    const [table] = tables('people', ({ writers }) => {
      for (const writer of writers) Object.assign(writer, { rank: 1, tied: true, points: 6.5 });
    });
    expect(table?.rows).toEqual([
      ['1', '周敏', '待遇保障股', '6.5'],
      ['1', '李强', '基金监管股', '6.5'],
    ]);
    expect(table?.notes).toEqual(['周敏、李强得分相同，并列第1名。']);
    expect(
      tables('people', (published) => {
        published.people = false;
      }),
    ).toEqual([]);
  });

  test.each(TABLES.filter((name) => name !== 'totals'))('%s is left out where it is empty', (name) => {
    const empty = tables(name, (published) => {
      published.groups = [];
      for (const list of [
        published.commissions,
        published.notable,
        published.adopted,
        published.deductions,
        published.corrections,
        published.awards,
        published.writers,
      ])
        list.length = 0;
    });
    expect(empty).toEqual([]);
  });

  test('a unit that the register has lost keeps its id', () => {
    const [table] = tables('deductions', ({ deductions, units }) => {
      delete units.fuwu;
      deductions[1] = { unit: 'constructor', on: '2026-10-01', points: -1, policy: 'x', why: '甲' };
    });
    expect(column(table, '单位')).toEqual(['fuwu', 'constructor', '合计']);
  });
});
