import { expect, test } from 'vitest';
import type { Paint } from '../../src/export/paint.ts';
import { findingText, reportText } from '../../src/export/report.ts';
import { annotations, stepSummary } from '../../src/export/report-github.ts';
import { reportJson } from '../../src/export/report-json.ts';
import { show } from '../../src/export/shown.ts';
import type { Finding } from '../../src/model/finding.ts';

const FILE = 'data/adoptions/2026/0305-renmin.yaml';
const TEXT = 'submission: a\noutlet: 人民往\n';
const UNKNOWN: Finding = { at: { file: FILE, path: ['outlet'] }, code: 'ledger/unknown-reference', to: 'outlet', named: '人民往', nearest: '人民网' };
const MISSING: Finding = { at: { file: 'data/site.yaml', path: [] }, code: 'source/missing-file' };
const LINK: Finding = { at: { file: FILE, path: ['submission'] }, code: 'ledger/same-link', other: 'data/b.yaml' };
const textOf = (file: string): string | null => (file === FILE ? TEXT : null);

const many = (count: number, finding: Finding): Finding[] =>
  Array.from({ length: count }, (_, index) => ({ ...finding, at: { file: `data/${index}.yaml`, path: [] } }));

test('the form is that of the house: place and code, excerpt, Chinese, English', () => {
  expect(reportText(show([UNKNOWN], textOf))).toBe(`data/adoptions/2026/0305-renmin.yaml:2:9  ledger/unknown-reference
  2 │ outlet: 人民往
    │         ^^^^^^
  没有登记名为“人民往”的媒体。是不是“人民网”?如果是新媒体,请办公室先在 data/outlets.yaml 登记。
  No outlet is registered under the name “人民往”. Did you mean “人民网”? If it is a new outlet, ask the office to register it in data/outlets.yaml first.

共 1 项:1 个错误,0 个提醒。
1 in all: 1 error, 0 warnings.
`);
});

test('a file that has no text to show is named at its beginning', () => {
  expect(
    findingText(show([MISSING], textOf)[0] as never)
      .split('\n')
      .slice(0, 2),
  ).toEqual(['data/site.yaml:1:1  source/missing-file', '  缺少这个文件或文件夹。请在仓库根目录下建立它;如果数据在别处,请用 --root 指明目录。']);
});

test('an empty file has a place and no excerpt', () => {
  const empty: Finding = { at: { file: FILE, path: [] }, code: 'source/empty' };
  expect(show([empty], () => '')).toMatchObject([{ position: { line: 1, column: 1 }, excerpt: null }]);
});

test('a clean ledger is told so', () => {
  expect(reportText([])).toBe('检查通过,没有发现问题。\nChecked: nothing to complain of.\n');
});

test('colours mark the place, the code by its severity, and the excerpt', () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const paint: Paint = { strong: tag('b'), faint: tag('i'), error: tag('e'), warning: tag('w') };
  const [error, warning] = show([UNKNOWN, LINK], textOf).map((one) => findingText(one, paint));
  expect(error).toContain(`<b>${FILE}:2:9</b>  <e>ledger/unknown-reference</e>\n  <i>2</i> <i>│</i> outlet: 人民往`);
  expect(error).toContain('<i>│</i> <e>        ^^^^^^</e>');
  expect(warning).toContain('<w>ledger/same-link</w>  <w>提醒 warning</w>');
});

test('JSON has every fact, the place and the words', () => {
  expect(JSON.parse(reportJson(show([UNKNOWN], textOf)))).toEqual({
    errors: 1,
    warnings: 0,
    findings: [
      {
        code: 'ledger/unknown-reference',
        severity: 'error',
        file: FILE,
        line: 2,
        column: 9,
        endLine: 2,
        endColumn: 12,
        path: ['outlet'],
        facts: { to: 'outlet', named: '人民往', nearest: '人民网' },
        zh: {
          what: '没有登记名为“人民往”的媒体。',
          remedy: '是不是“人民网”?如果是新媒体,请办公室先在 data/outlets.yaml 登记。',
        },
        en: {
          what: 'No outlet is registered under the name “人民往”.',
          remedy: 'Did you mean “人民网”? If it is a new outlet, ask the office to register it in data/outlets.yaml first.',
        },
      },
    ],
  });
});

test('annotations escape what GitHub would take for its own', () => {
  const odd: Finding = { at: { file: 'data/a,b:100%.yaml', path: [] }, code: 'source/unreadable', detail: '50%' };
  expect(annotations(show([odd], textOf), 'sub/')).toBe(
    '::error file=sub/data/a%2Cb%3A100%25.yaml,line=1,col=1,endLine=1,endColumn=1,title=source/unreadable::' +
      '无法读取(50%25)。请检查文件是否还在、是否有读取权限、是否被其他程序占用。%0A' +
      'This cannot be read (50%25). Check that it is still there, that you may read it, and that no other program holds it.\n',
  );
});

test('ten annotations of a kind are shown; of more, nine and how many more', () => {
  const lines = (findings: Finding[]): string[] => annotations(show(findings, textOf)).trimEnd().split('\n');
  expect(lines(many(10, MISSING))).toHaveLength(10);
  const eleven = lines([...many(11, MISSING), LINK]);
  expect(eleven).toHaveLength(11);
  expect(eleven[9]).toBe('::error title=+2::还有 2 个错误,全部列在本步骤的摘要中。%0AAnd 2 more errors; the summary of this step lists all of them.');
  expect(eleven[10]).toMatch(/^::warning /);
});

test('the step summary loses none, and shows what was written as it is', () => {
  const odd: Finding = { at: { file: FILE, path: ['outlet'] }, code: 'ledger/unknown-reference', to: 'outlet', named: '<b>*x*</b>', nearest: null };
  const summary = stepSummary(show([...many(30, MISSING), odd], (file) => (file === FILE ? 'outlet: "``<b>*x*</b>"\n' : null)));
  expect(summary.match(/^- ❌/gm)).toHaveLength(31);
  expect(summary).toContain('“&#60;b&#62;&#42;x&#42;&#60;/b&#62;”');
  expect(summary).toContain('``` 1 │ outlet: "``<b>*x*</b>" ```');
  expect(summary).toContain('共 31 项:31 个错误,0 个提醒。');
});

test('a summary that GitHub would not take is shortened to a line each, and then says how many are left', () => {
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  const short = stepSummary(show(many(5000, MISSING), textOf));
  expect(bytes(short)).toBeLessThan(1_048_576);
  expect(short.match(/^- /gm)).toHaveLength(5000);
  const cut = stepSummary(show(many(40_000, MISSING), textOf));
  expect(bytes(cut)).toBeLessThan(1_048_576);
  const kept = cut.match(/^- /gm)?.length ?? 0;
  expect(cut).toContain(`还有 ${40_000 - kept} 项,见本步骤的日志。And ${40_000 - kept} more, in the log of this step.`);
});

test('a warning has its sign in the summary', () => {
  expect(stepSummary(show([LINK], textOf))).toContain('- ⚠️ **data/adoptions/2026/0305-renmin.yaml:1:13** `ledger/same-link`\n  `1 │ submission: a`');
});
