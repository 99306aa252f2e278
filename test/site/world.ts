/**
 * A small bureau for the site: what is public, and beside it, in every field that a record has, what is not. Each secret is a word that stands
 * nowhere else, so that a page that shows it can be caught by looking for the word.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { partsOf } from '../../src/export/bulletin/package.ts';
import { openBulletins, sealOf } from '../../src/ledger/bulletins.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import type { Day } from '../../src/model/day.ts';
import type { Finding } from '../../src/model/finding.ts';
import { decidePolicy } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { publicView } from '../../src/site/public.ts';
import { sitePages } from '../../src/site/site.ts';
import type { View } from '../../src/site/view.ts';
import type { Language } from '../../src/words/speech.ts';
import { bulletin } from '../support/bulletin.ts';

export type Values = Map<string, Record<string, unknown>>;

export const AS_OF = '2026-06-15' as Day;

const policyFile = (id: string): Record<string, unknown> =>
  parse(readFileSync(new URL(`../../policies/${id}.yaml`, import.meta.url), 'utf8')) as Record<string, unknown>;

const CHAIN = ['股室负责人', '分管领导', '办公室主任', '分管宣传工作的局领导', '局主要领导'];
const chain = (secret: string) => CHAIN.map((step) => ({ step, by: '陈一', on: '2026-03-01', opinion: secret }));

/** The words that no page may show. */
export const SECRETS = {
  unitNote: '秘单位备注',
  phone: 'secret-phone-7777',
  mobile: 'secret-mobile-7777',
  email: 'secret-contact@example.org',
  wechat: 'secret-wechat',
  gitEmail: 'secret-git@example.org',
  authorEmail: 'secret-author@example.org',
  gitUser: 'secret-git-user',
  personNote: '秘人员备注',
  siteNote: '秘站点备注',
  outlet: '秘密内参',
  outletId: 'secret-outlet',
  hiddenAuthor: '秘作者甲',
  hiddenAuthorId: 'secret-author',
  hiddenTitle: '秘稿件标题',
  hiddenSlug: 'secret-submission',
  hiddenCategory: '秘类别',
  hiddenFile: 'secret-attachment.docx',
  hiddenLink: 'https://secret.example.org/item',
  hiddenNote: '秘稿件备注',
  hiddenOpinion: '秘审批意见',
  hiddenReason: '秘退回原因',
  onRequestTitle: '秘依申请标题',
  onRequestSlug: 'secret-on-request',
  hiddenAdoption: 'secret-adoption',
  hiddenAdoptionLink: 'https://secret.example.org/adopted',
  hiddenPosition: '秘版面',
  hiddenProof: 'secret-proof.jpg',
  hiddenInstruction: 'secret-instruction',
  hiddenRank: '秘职务',
  hiddenObligation: 'secret-obligation',
  hiddenObligationTitle: '秘任务标题',
  hiddenObligationBy: '秘下达单位',
  hiddenIncident: 'secret-incident',
  hiddenRule: 'secret-rule',
  incidentDetail: '秘差错情况',
  incidentDone: '秘处理情况',
  publicNote: '秘公开稿件备注',
  publicOpinion: '秘公开稿件审批意见',
  publicReason: '秘公开稿件退回原因',
  brokenSlug: 'secret-broken',
  brokenTitle: '秘坏记录标题',
  brokenKey: 'secret_key',
  future: '秘将来的稿件',
  hiddenAppeal: 'secret-appeal',
  hiddenAsks: '秘申诉请求',
  hiddenGrounds: '秘申诉理由',
  hiddenDecision: '秘申诉决定',
  appealNote: '秘申诉备注',
  appealProof: 'secret-appeal-proof.pdf',
  futureDecision: '秘将来的决定',
} as const;

export function world(): Values {
  const s = SECRETS;
  return new Map<string, Record<string, unknown>>([
    [
      'data/site.yaml',
      {
        organisation: '某县医疗保障局',
        since: '2026-01-01',
        policies: ['county-2021'],
        repository: { host: 'github', url: 'https://git.example.org/office/records/', branch: 'main' },
        note: s.siteNote,
      },
    ],
    [
      'data/units.yaml',
      {
        units: [
          { id: 'lingdao', name: '局领导', class: '局领导', excluded: '只负责审批' },
          { id: 'daiyu', name: '待遇保障股', short: '待遇股', class: '机关股室', note: s.unitNote },
          { id: 'jijin', name: '基金监管股', short: '监管股', class: '机关股室', excluded: '本年度新设' },
          { id: 'fuwu', name: '医保服务中心', short: '服务中心', class: '下属单位', parent: '待遇保障股', from: '2026-01-01' },
          { id: 'xinxi', name: '信息中心', class: '下属单位' },
        ],
      },
    ],
    [
      'data/people.yaml',
      {
        people: [
          {
            id: 'chen',
            name: '陈一',
            unit: 'lingdao',
            roles: ['分管领导'],
            git: { emails: [s.gitEmail], users: [s.gitUser] },
            contact: { phone: s.phone, mobile: s.mobile, email: s.email, wechat: s.wechat },
            note: s.personNote,
          },
          { id: 'lin', name: '林二', unit: 'daiyu', roles: ['信息员'] },
          { id: 'mo', name: '莫三', unit: 'fuwu' },
          { id: s.hiddenAuthorId, name: s.hiddenAuthor, unit: 'xinxi' },
        ],
      },
    ],
    [
      'data/outlets.yaml',
      {
        outlets: [
          { id: 'county', name: 'XX县人民政府官方网站', level: '县', channel: '政府网站' },
          { id: 'daily', name: '湛江日报', level: '市', channel: '报纸', print: true },
          { id: 'nation', name: '人民网', level: '国家', channel: '网站' },
          { id: 'blog', name: '某公众号', level: '县', channel: '微信' },
          { id: s.outletId, name: s.outlet, level: '省', channel: '报纸' },
        ],
      },
    ],
    // Public: an item that climbs from the county's site to a city paper, with an instruction and an adoption that is set aside.
    [
      'data/submissions/daiyu/2026/climbing.yaml',
      {
        title: '门诊统筹落地见效',
        unit: 'daiyu',
        authors: ['lin', 'mo'],
        on: '2026-03-02',
        event: '2026-03-01',
        form: '综合',
        stream: '政务',
        length: 900,
        important: true,
        target: 'daily',
        answers: 'public-call',
        approvals: chain(s.publicOpinion),
        link: 'https://www.example.org/climbing',
        note: s.publicNote,
      },
    ],
    [
      'data/adoptions/2026/climbing-county.yaml',
      { submission: 'climbing', outlet: 'county', on: '2026-03-05', link: 'https://www.example.org/county' },
    ],
    ['data/adoptions/2026/climbing-daily.yaml', { submission: 'climbing', outlet: 'daily', on: '2026-05-10', position: 'A02版' }],
    ['data/adoptions/2026/climbing-county-again.yaml', { submission: 'climbing', outlet: 'county', on: '2026-05-12', reprint: true }],
    ['data/adoptions/2026/climbing-blog.yaml', { submission: 'climbing', outlet: 'blog', on: '2026-05-13', stage: '上报' }],
    ['data/instructions/2026/climbing-city.yaml', { submission: 'climbing', level: '市', on: '2026-05-20' }],
    // Public: shared, returned and accepted, refused, not approved, the same story as a hidden one, a composite with a hidden part.
    [
      'data/submissions/fuwu/2026/shared.yaml',
      {
        title: '两家合写的稿件',
        units: [
          { unit: 'fuwu', mark: '单' },
          { unit: 'xinxi', mark: '综' },
        ],
        authors: ['mo'],
        on: '2026-04-01',
        form: '简讯',
        sensitive: true,
        rounds: [{ returned: '2026-04-02', reason: s.publicReason, revised: '2026-04-03' }],
        accepted: '2026-04-04',
      },
    ],
    ['data/adoptions/2026/shared-county.yaml', { submission: 'shared', outlet: 'county', on: '2026-04-06', form: '简讯' }],
    ['data/submissions/fuwu/2026/refused.yaml', { title: '没有采纳的稿件', unit: 'fuwu', on: '2026-04-10', form: '综合', rejected: '2026-04-12' }],
    ['data/submissions/fuwu/2026/unapproved.yaml', { title: '没有审批的稿件', unit: 'fuwu', on: '2026-04-11', form: '综合', approvals: [] }],
    ['data/submissions/fuwu/2026/twin.yaml', { title: '另一单位同题稿件', unit: 'fuwu', on: '2026-04-20', form: '综合', same_as: s.hiddenSlug }],
    ['data/adoptions/2026/twin-county.yaml', { submission: 'twin', outlet: 'county', on: '2026-04-25' }],
    [
      'data/submissions/xinxi/2026/composite.yaml',
      { title: '综合两篇', unit: 'xinxi', on: '2026-04-30', form: '综合', composite_of: ['shared', s.hiddenSlug] },
    ],
    ['data/submissions/xinxi/2026/second-twin.yaml', { title: '再报同一稿件', unit: 'xinxi', on: '2026-05-03', form: '简讯', same_as: 'shared' }],
    ['data/adoptions/2026/second-twin-daily.yaml', { submission: 'second-twin', outlet: 'daily', on: '2026-05-05', form: '简讯' }],
    ['data/submissions/xinxi/2026/future.yaml', { title: s.future, unit: 'xinxi', on: '2026-06-20', form: '综合' }],
    ['data/obligations/2026/public-call.yaml', { kind: '约稿', title: '门诊统筹约稿', on: '2026-02-20', due: '2026-03-20', units: ['daiyu'] }],
    [
      'data/incidents/2026/rumour.yaml',
      { unit: 'fuwu', submission: 'shared', kind: '负面炒作', on: '2026-05-01', detail: s.incidentDetail, done: s.incidentDone },
    ],
    // Not public.
    [
      `data/submissions/daiyu/2026/${s.hiddenSlug}.yaml`,
      {
        title: s.hiddenTitle,
        unit: 'daiyu',
        authors: ['lin', s.hiddenAuthorId],
        on: '2026-04-15',
        form: '综合',
        category: s.hiddenCategory,
        openness: '不公开',
        target: s.outletId,
        answers: s.hiddenObligation,
        approvals: chain(s.hiddenOpinion),
        rounds: [{ returned: '2026-04-16', reason: s.hiddenReason, revised: '2026-04-17' }],
        accepted: '2026-04-17',
        files: [s.hiddenFile],
        link: s.hiddenLink,
        note: s.hiddenNote,
      },
    ],
    [
      `data/adoptions/2026/${s.hiddenAdoption}.yaml`,
      {
        submission: s.hiddenSlug,
        outlet: s.outletId,
        on: '2026-04-22',
        position: s.hiddenPosition,
        link: s.hiddenAdoptionLink,
        proof: [s.hiddenProof],
        note: s.hiddenNote,
      },
    ],
    [
      `data/instructions/2026/${s.hiddenInstruction}.yaml`,
      { submission: s.hiddenSlug, level: '省', rank: s.hiddenRank, on: '2026-04-28', note: s.hiddenNote },
    ],
    [
      `data/submissions/xinxi/2026/${s.onRequestSlug}.yaml`,
      { title: s.onRequestTitle, unit: 'xinxi', authors: [s.hiddenAuthorId], on: '2026-05-08', form: '简讯', openness: '依申请公开' },
    ],
    [
      `data/obligations/2026/${s.hiddenObligation}.yaml`,
      {
        kind: '约稿',
        title: s.hiddenObligationTitle,
        by: s.hiddenObligationBy,
        on: '2026-04-01',
        due: '2026-04-30',
        units: ['daiyu', 'xinxi'],
        openness: '不公开',
        note: s.hiddenNote,
      },
    ],
    [
      `data/incidents/2026/${s.hiddenIncident}.yaml`,
      { unit: 'daiyu', submission: s.hiddenSlug, kind: '负面炒作', on: '2026-05-02', detail: s.incidentDetail, done: s.incidentDone },
    ],
    // Appeals: about what is public, in words that name what is not; about what is not; kept from the public themselves; of a later day.
    [
      'data/appeals/2026/open-appeal.yaml',
      {
        unit: 'daiyu',
        person: 'lin',
        on: '2026-05-11',
        item: 'climbing-daily',
        bulletin: '2026-04',
        clause: '四(一)3',
        asks: `更正门诊统筹一稿的得分，不要与${s.hiddenTitle}混在一起`,
        grounds: `${s.outlet}（${s.outletId}）也刊发过${s.hiddenSlug}，${s.hiddenAuthor}可以证明`,
        proof: [s.appealProof],
        late: s.appealNote,
        decision: {
          on: '2026-05-15',
          by: '陈一',
          result: '支持',
          reasons: `与${s.hiddenObligationTitle}无关`,
          changed: ['climbing-daily', s.hiddenSlug, `data/submissions/daiyu/2026/${s.hiddenSlug}.yaml`, 'data/outlets.yaml'],
        },
        note: s.appealNote,
      },
    ],
    [
      'data/appeals/2026/undecided-appeal.yaml',
      { ...hiddenAppeal('shared'), unit: 'fuwu', asks: '撤销负面炒作的认定', grounds: '已澄清', decision: LATER },
    ],
    [`data/appeals/2026/${s.hiddenAppeal}.yaml`, hiddenAppeal(s.hiddenSlug)],
    [`data/appeals/2026/${s.hiddenAppeal}-adoption.yaml`, hiddenAppeal(s.hiddenAdoption)],
    [`data/appeals/2026/${s.hiddenAppeal}-incident.yaml`, hiddenAppeal(s.hiddenIncident)],
    [`data/appeals/2026/${s.hiddenAppeal}-obligation.yaml`, hiddenAppeal(s.hiddenObligation)],
    [`data/appeals/2026/${s.hiddenAppeal}-future-item.yaml`, hiddenAppeal('future')],
    [`data/appeals/2026/${s.hiddenAppeal}-itself.yaml`, { ...hiddenAppeal('climbing'), openness: '不公开' }],
    [`data/appeals/2026/${s.hiddenAppeal}-later.yaml`, { ...hiddenAppeal('climbing'), on: '2026-06-20', decision: LATER }],
    // A record that is left out: nobody knows whether it would be public.
    [
      `data/submissions/xinxi/2026/${s.brokenSlug}.yaml`,
      { title: s.brokenTitle, unit: 'xinxi', on: '2026-05-09', form: '综合', [s.brokenKey]: s.brokenTitle },
    ],
    ['policies/county-2021.yaml', policyFile('county-2021')],
    ['data/bulletins/2026-04.yaml', lock() as unknown as Record<string, unknown>],
  ]);
}

const LATER = { on: '2026-06-25', by: '办公室', result: '不支持', reasons: SECRETS.futureDecision };

/** An appeal that nobody may read of, about an item. */
const hiddenAppeal = (item: string): Record<string, unknown> => ({
  unit: 'daiyu',
  person: 'lin',
  on: '2026-05-12',
  item,
  asks: SECRETS.hiddenAsks,
  grounds: SECRETS.hiddenGrounds,
  decision: { on: '2026-05-16', by: '办公室', result: '支持', reasons: SECRETS.hiddenDecision, changed: ['climbing'] },
});

/**
 * A bulletin of April that closed no days, with a secret in every field that may hold one: of what was hidden when it was issued, and of what was public
 * then and is not any more.
 */
export function lock(): WrittenBulletin {
  const s = SECRETS;
  const one = bulletin();
  const { published } = one;
  const submission = `data/submissions/daiyu/2026/${s.hiddenSlug}.yaml`;
  const adoption = `data/adoptions/2026/${s.hiddenAdoption}.yaml`;
  const obligation = `data/obligations/2026/${s.hiddenObligation}.yaml`;
  const was = { item: s.hiddenSlug, title: s.hiddenTitle, units: ['daiyu'], authors: [s.hiddenAuthor], on: '2026-04-22' };
  const { title: _title, ...hidden } = was;
  const credit = { on: '2026-04-15', unit: 'daiyu', points: 3, policy: 'county-2021', clause: '四(一)1–5', record: s.hiddenSlug, file: submission };
  const secrets = { item: s.hiddenSlug, rule: s.hiddenRule, path: [s.hiddenCategory], people: { [s.hiddenAuthorId]: 3 } };
  const raised = { code: 'raised', worth: '3', booked: '1', replaces: s.hiddenAdoption };
  const sealed: WrittenBulletin = {
    ...one,
    period: '2026-04',
    document: { ...one.document, issued: '2026-05-06' },
    published: {
      ...published,
      notable: [
        ...published.notable,
        { ...hidden, why: 'instruction', level: '省', rank: s.hiddenRank, outlet: s.outlet },
        { ...was, why: 'adoption', level: '省', outlet: s.outlet },
      ],
      adopted: [
        ...published.adopted,
        { ...hidden, outlet: s.outlet, class: '省级', form: s.hiddenCategory, print: true },
        { ...was, outlet: s.outlet, class: '省级', form: s.hiddenCategory, print: true },
      ],
      commissions: [...published.commissions, { title: s.hiddenObligationTitle, kind: '约稿', units: [{ unit: 'daiyu', state: 'missed' }] }],
      deductions: [
        ...published.deductions,
        { unit: 'daiyu', on: '2026-04-30', points: -1, policy: 'county-2021', why: `未完成《${s.hiddenObligationTitle}》` },
      ],
      corrections: [
        ...published.corrections,
        {
          unit: 'daiyu',
          corrects: '2026-03',
          points: 1,
          title: s.hiddenTitle,
          causes: [{ what: 'changed', file: submission, commit: '1f0c2a9d', appeal: s.hiddenAppeal }],
        },
      ],
      titles: { ...published.titles, [s.hiddenSlug]: s.hiddenTitle },
    },
    evidence: {
      program: '0.1.0',
      files: Object.fromEntries([...PUBLIC_FILES, 'data/people.yaml', submission, adoption, obligation].map((file) => [file, 'e'.repeat(64)])),
      gone: [`data/submissions/daiyu/2026/${s.hiddenFile}.yaml`],
    },
    credits: [
      ...one.credits,
      { ...credit, ...secrets, kind: 'submission', reason: raised, hidden: true },
      { ...credit, ...secrets, kind: 'adoption', record: s.hiddenAdoption, file: adoption, reason: raised },
      { ...credit, kind: 'obligation', record: s.hiddenObligation, file: obligation, reason: { code: 'deadline-missed', due: '2026-04-30' } },
      { ...credit, ...OPEN_CREDIT, reason: raised },
      {
        ...credit,
        ...OPEN_CREDIT,
        reason: { code: 'corrected', period: '2026-03', causes: [{ what: 'changed', file: adoption, appeal: s.hiddenAppeal }] },
      },
    ],
  };
  return { ...sealed, seal: sealOf(sealed) };
}

const PUBLIC_FILES = ['data/site.yaml', 'data/units.yaml', 'policies/county-2021.yaml', 'data/submissions/daiyu/2026/climbing.yaml'];
const OPEN_CREDIT = { kind: 'submission', item: 'climbing', record: 'climbing', file: 'data/submissions/daiyu/2026/climbing.yaml' } as const;

/** Files of the world with some of their keys set anew. */
export function changed(file: string, changes: Record<string, unknown>, values: Values = world()): Values {
  values.set(file, { ...values.get(file), ...changes });
  return values;
}

/** What the public may see of a world. */
export function viewOf(values: Values = world(), asOf: Day = AS_OF, more: readonly Finding[] = []): View {
  const { ledger, findings } = openLedger(values);
  if (ledger === null) throw new Error(JSON.stringify(findings));
  const policies = ledger.site.policies.map((id): Policy => {
    const { policy, findings: faults } = decidePolicy(`policies/${id}.yaml`, values.get(`policies/${id}.yaml`));
    if (policy === null) throw new Error(JSON.stringify(faults));
    return policy;
  });
  return publicView({
    ledger,
    policies,
    plan: null,
    bulletins: openBulletins(values).issued,
    pdf: false,
    findings: [...findings, ...more],
    journal: keepJournal(ledger, policies, asOf),
    provenance: () => ({ state: 'unknown', why: 'no-repository' }),
    lineOf: () => 2,
  });
}

export const pagesOf = (values: Values = world(), language: Language = 'zh', asOf: Day = AS_OF): ReturnType<typeof sitePages> =>
  sitePages(viewOf(values, asOf), language);

/** The page of open data with the text of every file; XLSX unpacked. */
export async function openDataOf(site: ReturnType<typeof sitePages>): Promise<string> {
  const texts = (await site.dataFiles()).map(({ file, bytes }) =>
    file.endsWith('.xlsx') ? Object.values(partsOf(bytes)).join('\n') : new TextDecoder().decode(bytes),
  );
  return [JSON.stringify(await site.openData()), await site.dataPackage(), ...texts].join('\n');
}

/** Every page of a site, as one makes them for a build. */
export function* allPages(site: ReturnType<typeof sitePages>): Generator<unknown> {
  yield site.frame;
  yield site.overview();
  yield site.rankings();
  for (const { period } of site.periods()) yield [site.ranking(period), site.wholeJournal(period)];
  yield site.units();
  for (const unit of site.unitIds()) yield site.unit(unit);
  for (const { unit, period } of site.journals()) yield site.journal(unit, period);
  yield site.submissions();
  yield [site.submissionsData(), site.search(), site.searchData()];
  for (const month of site.submissionMonths()) yield site.submissionMonth(month);
  for (const submission of site.submissionIds()) yield site.submission(submission);
  yield site.people();
  for (const person of site.personIds()) yield site.person(person);
  yield site.policies();
  for (const policy of site.policyIds()) yield site.policy(policy);
  yield site.outlets();
  for (const outlet of site.outletIds()) yield site.outlet(outlet);
  yield site.calendar();
  for (const { unit } of site.calendarFiles()) yield site.calendarFile(unit);
  for (const look of site.embedLooks) yield site.embeddedRanking(look);
  for (const { unit } of site.badges()) yield site.badge(unit);
  yield site.status();
  yield site.screen();
  yield site.lab();
  yield [site.filing(), site.filingData()];
  yield site.bulletins();
  for (const slug of site.bulletinSlugs()) yield site.bulletin(slug);
  yield site.feed(null);
  yield site.plan();
  for (const { period } of site.planPeriods()) yield [site.planPeriod(period), site.planRecords(period)];
}
