/** Chains as ordinances and installations write them: which steps an item needs, why, and who may take each. */
import { expect, test } from 'vitest';
import { chainFor } from '../../src/approval/chain.ts';
import type { Day } from '../../src/model/day.ts';
import type { Ledger, Submission } from '../../src/model/records.ts';
import { openRepository } from '../../src/policy/repository.ts';
import { booksOf } from '../../src/scoring/rulebook.ts';

const SUBMISSION = 'data/submissions/a/2026/s.yaml';
const STEPS = [
  { step: '拟稿人', whose: 'authors' },
  { step: '科长', whose: 'unit' },
  '核稿',
  { step: '局长', clause: '二', where: { important: true }, roles: ['局长', '副局长'], whose: { unit_class: '局领导' } },
];

function chain(record: object = {}, site: object = {}, on?: string) {
  const { ledger, policies, findings } = openRepository(
    new Map<string, unknown>([
      ['data/site.yaml', { organisation: '局', policies: ['p'], ...site }],
      [
        'data/units.yaml',
        {
          units: [
            { id: 'a', name: '甲科', class: '科室' },
            { id: 'b', name: '乙科', class: '科室' },
            { id: 'l', name: '局领导', class: '局领导' },
          ],
        },
      ],
      [
        'data/people.yaml',
        {
          people: [
            { id: 'xin', name: '信', unit: 'a', roles: ['信息员'] },
            { id: 'chief-a', name: '甲科长', unit: 'a', roles: ['科长', '核稿'] },
            { id: 'chief-b', name: '乙科长', unit: 'b', roles: ['科长', '副局长'] },
            { id: 'boss', name: '局长', unit: 'l', roles: ['副局长'], from: '2026-02-01' },
          ],
        },
      ],
      [
        'policies/p.yaml',
        {
          id: 'p',
          title: '办法',
          in_force: { from: '2026-01-01' },
          clauses: { 一: '审批', 二: '报批' },
          approval: { clause: '一', chains: [{ steps: STEPS }] },
        },
      ],
      [SUBMISSION, { title: '稿', unit: '甲科', authors: ['信'], on: '2026-01-05', ...record }],
    ]),
  );
  expect(findings.filter(({ code }) => !code.startsWith('policy/'))).toEqual([]);
  const submission = ledger?.submissions.get('s') as Submission;
  const book = booksOf(policies, ledger as Ledger).all[0];
  if (book === undefined) throw new Error(JSON.stringify(findings));
  return chainFor(submission, book, ledger as Ledger, on as Day | undefined).map(({ step, clause, because, people }) => [
    step,
    clause,
    because,
    people.map(({ name }) => name),
  ]);
}

test('the steps, their clauses, and who may take them: of the item’s unit, with the role of that name, no author', () => {
  expect(chain()).toEqual([
    ['拟稿人', '一', null, ['信']],
    ['科长', '一', null, ['甲科长']],
    ['核稿', '一', null, ['甲科长']],
  ]);
  expect(chain({ authors: ['甲科长'] })).toEqual([
    ['拟稿人', '一', null, ['甲科长']],
    ['科长', '一', null, []],
    ['核稿', '一', null, []],
  ]);
});

test('what asks for a step is said with it; people of certain units, in service on the day', () => {
  const wanted = (on?: string) => chain({ important: true }, {}, on).at(-1);
  expect(wanted()).toEqual(['局长', '二', { important: true }, []]);
  expect(wanted('2026-02-01')).toEqual(['局长', '二', { important: true }, ['局长']]);
});

test('an installation says who takes a step here, before what the ordinance says', () => {
  const steps = { 科长: { roles: ['信息员'], whose: 'anyone' }, 核稿: { whose: { unit: ['乙科', '局领导'] }, roles: ['副局长'] } };
  expect(chain({ authors: ['甲科长'] }, { approvals: { steps } }).map(([, , , people]) => people)).toEqual([['甲科长'], ['信'], ['乙科长']]);
});
