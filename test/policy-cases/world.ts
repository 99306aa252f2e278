/** A small ordinance and cases about it, for tests that spoil one thing at a time. */
import { parse } from 'yaml';
import { runSuite, type Suite } from '../../src/cases/suite.ts';
import type { Finding } from '../../src/model/finding.ts';
import { policyFrom } from '../support/policies.ts';

export const POLICY = `
id: small-2026
title: 某局办法
in_force: { clause: 九, from: 2026-01-01 }
clauses: { 一: 报送每篇1分, 二: 市级日报采用5分、3分, 三: 取最高, 四: 每月一篇, 五: 差错扣2分, 六: 审核, 七: 表扬, 八: 通报批评, 九: 施行 }
words: { form: [综合, 简讯], incident: [差错] }
subjects: { unit_class: [科室, 中心] }
outlets: { 市报: { name: [市日报, 市晚报] }, 省报: { level: 省 } }
rules:
  filing: { clause: 一, for: submission, points: 1 }
  city: { clause: [二, 三], for: adoption, where: { class: 市报 }, pool: 采用, points: { by: form, table: { 综合: 5, 简讯: 3 } } }
  error: { clause: 五, for: incident, points: -2 }
  fee: { clause: 二, for: adoption, where: { class: 省报 }, points: 100, ledger: 稿酬 }
pools: { 采用: { clause: 三, combine: highest }, 闲置: { clause: 九, combine: sum } }
duties: { monthly: { clause: 四, title: 每月一篇, per: month, at_least: 1, missed: -1, extra: { clause: 一, each: 0.5 } } }
consequences: { told: { clause: 八, when: { duty: monthly, times: 2, running: true }, says: 通报批评 } }
eligibility: { barred: { clause: 四, bars: 评先, per: half-year, at_most: 0, lasts: year } }
awards: { best: { clause: 七, title: 先进, of: units, per: year, places: 2, amounts: [300, 200] } }
reminders: [{ clause: 四, duty: monthly, at: [period-end], when: short }]
filings: { clause: 六 }
approval: { clause: 六, chains: [{ steps: [科长, 局长] }] }
ranking: { clause: 七 }
readings:
  A1: { clause: 三, question: 怎样取, chosen: A, options: { A: { says: 最高 }, B: { says: 累加, set: { pools.采用.combine: sum } } } }
  A2: { clause: 三, question: 坏的, chosen: A, options: { A: { says: 好 }, B: { says: 坏, set: { pools.采用.combine: 乱 } } } }
`;

/** The suite of `cases`, the text of a file of cases, about the small ordinance. */
export const suiteOf = (cases: string): Suite =>
  runSuite({ file: 'policies/small-2026.yaml', value: parse(POLICY) }, { file: FILE, value: parse(cases) }, (id) =>
    id === 'older-2020' ? policyFrom('older-2020', { id: 'older-2020', title: '旧', in_force: { from: '2020-01-01' }, clauses: {} }) : null,
  );

export const FILE = 'policies/small-2026.cases.yaml';

/** A file with one case of these events and expectations, as YAML in flow style. */
export const oneCase = (events: string, expect: string, more = ''): string =>
  `units: { 科室: 其余 }\ncases:\n  一例:\n${more}    events: [${events}]\n    expect: [${expect}]\n`;

/** Findings as `place code`, for comparing. */
export const told = ({ findings }: Suite): string[] => findings.map(placed);
const placed = ({ at, code }: Finding): string => `${at.path.join('.')} ${code}`;

/** What each run answers, in the order of the statements. */
export const answers = ({ runs }: Suite): unknown[] => runs.map(({ verdicts }) => verdicts.map(({ got }) => got));
