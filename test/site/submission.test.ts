/** The page of a submission: what each step gave, who stands behind the record in Git, and the form that goes with it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Provenance } from '../../src/model/provenance.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Step } from '../../src/site/chain.ts';
import { publicProvenance } from '../../src/site/provenance.ts';
import { sitePages } from '../../src/site/site.ts';
import type { View } from '../../src/site/view.ts';
import { changed, pagesOf, viewOf } from './world.ts';

const stepsOf = (id: string): readonly Step[] => pagesOf().submission(id).chain;
const marksOf = (steps: readonly Step[]): string[] => steps.map(({ kind, cell }) => [kind, ...(cell.marks ?? []).map(({ text }) => text)].join(' '));

describe('the chain', () => {
  test('says of every step what it gave, and adds up to what the item has', () => {
    // 3 for the county's site, raised to 6 by the city paper, 10 for the city's instruction.
    expect(marksOf(stepsOf('climbing')).filter((step) => !/^(approved|appealed|decided)/.test(step))).toEqual([
      'filed',
      'adopted 县政府网站 +3 分',
      'adopted 市级 +3 分',
      'adopted 县政府网站 不计分',
      'adopted 不计分',
      'instructed +10 分',
    ]);
  });

  test('says why a step was set aside', () => {
    const aside = stepsOf('climbing').find(({ on }) => on === '2026-05-12');
    expect(aside?.cell.lines?.[0]?.text).toContain('湛江日报采用');
  });

  test('has what was returned, revised, accepted and refused', () => {
    expect(marksOf(stepsOf('shared')).slice(0, 4)).toEqual(['filed', 'returned', 'revised', 'accepted']);
    expect(marksOf(stepsOf('refused')).at(-1)).toBe('rejected');
  });
});

const KNOWN: Extract<Provenance, { state: 'known' }> = {
  state: 'known',
  commit: '0123456789abcdef0123456789abcdef01234567',
  written: { name: '林二', on: '2026-03-02' as never },
  first: { name: '莫三', on: '2026-03-01' as never },
  approved: [
    { how: 'reviewed', name: '陈一', on: '2026-03-03' as never },
    { how: 'merged', name: null, on: '2026-03-03' as never },
  ],
  chain: null,
  request: null,
};
const gitOf = (provenance: Provenance, change: Partial<View> = {}): string[] =>
  sitePages({ ...viewOf(), ...change, provenance: () => provenance }, 'zh')
    .submission('climbing')
    .git.map(({ term, details }) => `${term} ${details.map(({ text }) => text).join('、')}`);

describe('Git', () => {
  test('says who wrote the record first and last, who approved it, and by which commit', () => {
    expect(gitOf(KNOWN)).toEqual([
      '首次登记 莫三，2026-03-01',
      '写入 林二，2026-03-02',
      '审核 陈一，2026-03-03（署名审核）、2026-03-03（合并）',
      '提交 0123456789',
    ]);
    const page = sitePages({ ...viewOf(), provenance: () => KNOWN }, 'zh').submission('climbing');
    expect(page.git.at(-1)?.details[0]?.href).toBe('https://git.example.org/office/records/commit/0123456789abcdef0123456789abcdef01234567');
  });

  test('a record that nobody else approved says so', () => {
    expect(gitOf({ ...KNOWN, first: null, approved: [] })).toEqual([
      '写入 林二，2026-03-02',
      '审核 直接提交，没有另一人审核的记录',
      '提交 0123456789',
    ]);
  });

  const CHAIN = {
    state: 'unverified',
    steps: [
      { step: '股室负责人', taken: { how: 'reviewed', name: '陈一', on: '2026-03-03' as never } },
      { step: '分管领导', taken: null },
    ],
    beside: [{ how: 'merged', name: '黄四', on: '2026-03-03' as never }],
    doubts: [{ code: 'stranger', name: '黄四' }],
  } as const;

  test('the chain stands there step by step, with what is open and what could not be verified', () => {
    expect(gitOf({ ...KNOWN, chain: CHAIN, request: 'https://git.example.org/office/records/pulls/7' })).toEqual([
      '首次登记 莫三，2026-03-01',
      '写入 林二，2026-03-02',
      '股室负责人 陈一，2026-03-03（署名审核）',
      '分管领导 没有署名',
      '另有审核 黄四，2026-03-03（合并）',
      '审批核对 未能核实：署名或合并的“黄四”，人员登记里认不出来。',
      '合并请求 https://git.example.org/office/records/pulls/7',
      '提交 0123456789',
    ]);
    const untaken = CHAIN.steps.map((step) => ({ ...step, taken: null }));
    expect(gitOf({ ...KNOWN, chain: { ...CHAIN, steps: untaken } })).toContain('应经环节 股室负责人 → 分管领导');
    const complete = { state: 'complete', steps: CHAIN.steps.slice(0, 1), beside: [], doubts: [] } as const;
    expect(gitOf({ ...KNOWN, chain: complete })).toContain('审批核对 审批齐全');
  });

  test('where history is cut short nothing is claimed, and what helps is said', () => {
    expect(gitOf({ state: 'unknown', why: 'shallow' })).toEqual([expect.stringMatching(/^未能核实 .*浅克隆.*--unshallow/)]);
  });

  test('names are taken away where the installation does not show persons', () => {
    expect(JSON.stringify(publicProvenance({ ...KNOWN, chain: CHAIN }, false))).not.toMatch(/林二|莫三|陈一|黄四/);
    expect(publicProvenance(KNOWN, true)).toBe(KNOWN);
    expect(publicProvenance({ state: 'unknown', why: 'no-git' }, false)).toEqual({ state: 'unknown', why: 'no-git' });
  });
});

const cellsOf = (id: string, site = pagesOf()): string[] =>
  (site.submission(id).form?.lines ?? []).map((line) =>
    line
      .map(
        ({ label, kind, value, choices }) =>
          `${label}=${kind === 'choices' ? choices.map(({ text, ticked }) => (ticked ? `[${text}]` : text)).join(' ') : value}`,
      )
      .join(' | '),
  );

describe('the form', () => {
  test('is that of the ordinance of the day, filled in from the record, with empty boxes for opinions', () => {
    expect(cellsOf('climbing')).toEqual([
      '信息标题=门诊统筹落地见效',
      '体裁=[综合] 简讯',
      '报送日期=2026-03-02 | 报送单位=待遇保障股',
      '撰稿人=林二、莫三 | 发布（投送）渠道=湛江日报',
      '公开属性=[公开] 依申请公开 不公开',
      '保密审查意见=',
      '股室（下属单位）负责人意见=',
      '分管领导意见=',
      '办公室主任意见=',
      '分管宣传工作的局领导意见=',
      '局主要领导意见（重要稿件）=',
    ]);
  });

  test('has no names where the installation does not show persons', () => {
    const values = changed('data/site.yaml', { public: { people: false } });
    expect(cellsOf('climbing', pagesOf(values))[3]).toBe('撰稿人= | 发布（投送）渠道=湛江日报');
  });

  test('is not there where the ordinance asks for none', () => {
    const { approval_forms: _forms, ...policy } = parse(readFileSync(new URL('../../policies/county-2021.yaml', import.meta.url), 'utf8'));
    const values = changed('policies/county-2021.yaml', {});
    values.set('policies/county-2021.yaml', policy);
    expect(pagesOf(values).submission('climbing').form).toBe(null);
  });

  test('units use the form that is theirs; what no choice fits goes to the last', () => {
    const forms = [
      { clause: '三第二段', title: '甲表', each: { unit_class: '机关股室' }, fields: [{ label: '甲', holds: 'title' }] },
      {
        clause: '三第二段',
        title: '乙表',
        each: { unit_class: '下属单位' },
        fields: [
          { label: '渠道', holds: 'form', choices: ['综合'], other: '其他' },
          { label: '方式', choices: ['网站'], other: '其他' },
          { label: '字数', holds: 'length' },
          { label: '电话' },
          { label: '备注' },
        ],
      },
    ];
    const site = pagesOf(changed('policies/county-2021.yaml', { approval_forms: forms }));
    expect(site.submission('climbing').form?.title).toBe('甲表');
    expect(site.submission('shared').form?.title).toBe('乙表');
    expect(cellsOf('shared', site)).toEqual(['渠道=综合 [其他]', '方式=网站 其他', '字数= | 电话=', '备注=']);
  });
});

describe('a form in an ordinance', () => {
  const policy = parse(readFileSync(new URL('../../policies/county-2021.yaml', import.meta.url), 'utf8'));
  const told = (forms: unknown): string[] =>
    decidePolicy('policies/county-2021.yaml', { ...policy, approval_forms: forms }).findings.map(({ at, code }) => `${at.path.join('.')} ${code}`);

  test('rests on a clause, and on units and values that there are', () => {
    const fields = [{ label: '是否公开', holds: 'openness', choices: ['公开', '不公天'] }];
    expect(told([{ clause: '九', title: '表', each: { unit_klass: '机关股室' }, fields }])).toEqual([
      'approval_forms.0.clause policy/unknown-clause',
      'approval_forms.0.each.unit_klass policy/unknown-attribute',
      'approval_forms.0.fields.0.choices.1 policy/unknown-value',
    ]);
  });

  test('has fields, and nothing that nobody knows', () => {
    expect(told([{ clause: '三第二段', title: '表', fields: [] }])).toEqual(['approval_forms.0.fields schema/not-well-formed']);
    expect(told([{ clause: '三第二段', title: '表', fields: [{ label: '甲', holds: 'opinions' }] }])).toEqual([
      'approval_forms.0.fields.0.holds schema/not-a-choice',
    ]);
  });

  test.each(['county-2021', 'linyi-2020', 'ganzhou-2020'])('%s, as shipped, has every field of its annex', (id) => {
    const { policy: shipped, findings } = decidePolicy(
      `policies/${id}.yaml`,
      parse(readFileSync(new URL(`../../policies/${id}.yaml`, import.meta.url), 'utf8')),
    );
    expect(findings).toEqual([]);
    // Counted in the annexes: ten fields of 审批单, ten and eleven of the two 审核表; the one form that is not annexed has what the clauses ask for.
    expect(shipped?.approval_forms.map(({ fields }) => fields.length)).toEqual(
      { 'county-2021': [13], 'linyi-2020': [10], 'ganzhou-2020': [10, 11] }[id],
    );
  });
});
