/** An ordinance as tables and lists, for the terminal, for a document, for other programs: to be compared with the one on paper. */
import type { Policy } from '../policy/policy.ts';
import type { RuleWords } from '../words/ordinance/said.ts';
import { type ClauseSheet, changeWords, type ReadingSheet, type Sheet, sheetOf } from '../words/ordinance/sheet.ts';
import type { Grid } from '../words/ordinance/tables.ts';
import type { Language } from '../words/speech.ts';
import { type Ui, ui as uiOf } from '../words/ui.ts';
import { type Paint, PLAIN } from './paint.ts';
import { table } from './table.ts';

/** The facts of an ordinance: title, number, issuer and so on, as far as it says them. */
function factsOf(policy: Policy, { policy: words }: Ui): [label: string, value: string][] {
  const { from, to } = policy.inForce;
  const facts: [string, string | undefined][] = [
    [words.number, policy.number],
    [words.issuer, policy.issuer],
    [words.interpreter, policy.interpreter],
    [words.inForce, words.from(from, to)],
    [words.note, policy.note],
  ];
  return facts.flatMap(([label, value]): [string, string][] => (value === undefined ? [] : [[label, value]]));
}

/** For the terminal. */
export function ordinanceText(policy: Policy, language: Language, paint: Paint = PLAIN): string {
  const ui = uiOf(language);
  const sheet = sheetOf(policy, ui);
  const part = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `\n${paint.strong(title)}\n${lines.join('')}`);
  const bullet = (line: string): string => `  ${line}\n`;
  return [
    `${paint.strong(sheet.title)}  ${sheet.id}\n`,
    ...factsOf(policy, ui).map(([label, value]) => bullet(`${label}${ui.colon}${value}`)),
    part(
      ui.policy.outlets,
      sheet.outlets.map(({ name, words }) => bullet(`${name}${ui.colon}${words}`)),
    ),
    ...sheet.tables.map((grid) => part(grid.title, [gridText(grid)])),
    part(
      ui.policy.text,
      sheet.clauses.map((clause) => clauseText(clause, ui, paint)),
    ),
    part(
      ui.policy.general,
      sheet.general.map((rule) => ruleText(rule, ui)),
    ),
    part(ui.policy.uncomputed, uncomputed(sheet, ui).map(bullet)),
  ].join('');
}

const uncomputed = ({ uncomputed: names }: Sheet, ui: Ui): string[] => (names.length === 0 ? [] : [names.join(ui.list), ui.policy.uncomputedText]);

const gridText = ({ heads, rows, numbers }: Grid): string =>
  table(
    heads.map((head, index) => ({ head, align: numbers.includes(index) ? 'right' : 'left' })),
    rows,
  ).replace(/^(?=.)/gm, '  ');

function clauseText({ name, text, rules, also, readings }: ClauseSheet, ui: Ui, paint: Paint): string {
  return [
    `\n  ${paint.strong(name)}  ${text}\n`,
    ...rules.map((rule) => ruleText(rule, ui, '    ')),
    also.length > 0 ? `    ${paint.faint(ui.policy.also(also.join(ui.list)))}\n` : '',
    ...readings.map((reading) => readingText(reading, ui, paint)),
  ].join('');
}

const ruleText = ({ kind, text, lines }: RuleWords, { rules, comma }: Ui, before = '  '): string =>
  `${before}${rules.kinds[kind]}  ${[text, ...lines].join(comma)}\n`;

function readingText({ id, question, because, options }: ReadingSheet, ui: Ui, paint: Paint): string {
  return [
    `    ${id}  ${question}\n`,
    ...options.map((option) => {
      const changes = option.changes.map((change) => paint.faint(`          ${changeWords(change, ui)}\n`)).join('');
      return `      ${option.chosen ? '●' : '○'} ${option.name}  ${option.says}\n${changes}`;
    }),
    because === null ? '' : `      ${ui.policy.because}${ui.colon}${because}\n`,
  ].join('');
}

/** As Markdown: clause by clause, the text of the document beside what is computed. */
export function ordinanceMarkdown(policy: Policy, language: Language): string {
  const ui = uiOf(language);
  const sheet = sheetOf(policy, ui);
  const { policy: words } = ui;
  const clauses = sheet.clauses.map((clause) => [clause.name, clause.text, besideClause(clause, ui)]);
  const readings = sheet.clauses.flatMap(({ name, readings: own }) => own.map((reading) => readingRow(name, reading, ui)));
  return [
    `# ${sheet.title}\n`,
    list(factsOf(policy, ui).map(([label, value]) => `${label}${ui.colon}${value}`)),
    section(words.outlets, list(sheet.outlets.map(({ name, words: said }) => `${name}${ui.colon}${said}`))),
    ...sheet.tables.map(({ title, heads, rows, numbers }) => section(title, markdownTable(heads, rows, numbers))),
    section(words.text, markdownTable([words.clause, words.original, words.rules], clauses)),
    section(words.general, list(sheet.general.map((rule) => ruleText(rule, ui, '').trim()))),
    section(words.readings, readings.length === 0 ? '' : markdownTable([words.clause, words.readings, words.chosen, words.other], readings)),
    section(words.uncomputed, list(uncomputed(sheet, ui))),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const section = (title: string, body: string): string => (body === '' ? '' : `## ${title}\n\n${body}`);
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');

function besideClause({ rules, also }: ClauseSheet, ui: Ui): string {
  const said = [...rules.map((rule) => ruleText(rule, ui, '').trim()), ...(also.length > 0 ? [ui.policy.also(also.join(ui.list))] : [])];
  return said.length === 0 ? ui.policy.noRule : said.join('<br>');
}

function readingRow(clause: string, { id, question, because, options }: ReadingSheet, ui: Ui): string[] {
  const said = (isChosen: boolean): string =>
    options
      .filter(({ chosen }) => chosen === isChosen)
      .map(({ name, says, changes }) => [`${name} ${says}`, ...changes.map((change) => `\`${changeWords(change, ui)}\``)].join('<br>'))
      .join('<br>');
  const reason = because === null ? '' : `<br>${ui.policy.because}${ui.colon}${because}`;
  return [clause, `${id} ${question}`, `${said(true)}${reason}`, said(false)];
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[], numbers: readonly number[] = []): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\n/g, ' ')).join(' | ')} |\n`;
  return [line(heads), line(heads.map((_, index) => (numbers.includes(index) ? '---:' : '---'))), ...rows.map(line)].join('');
}

/** For other programs: the same in both languages. */
export function ordinanceJson(policy: Policy): string {
  const said = { zh: sheetOf(policy, uiOf('zh')), en: sheetOf(policy, uiOf('en')) };
  const { id, title, number = null, issuer = null, interpreter = null, note = null, inForce } = policy;
  return `${JSON.stringify({ id, title, number, issuer, interpreter, note, from: inForce.from, to: inForce.to, ...said }, null, 2)}\n`;
}
