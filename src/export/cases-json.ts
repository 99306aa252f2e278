/** The results of cases for other programs: as JSON, and as JUnit, which every build server shows. */
import type { Run, Verdict } from '../cases/run.ts';
import { hasFailed, isPassed, type Suite } from '../cases/suite.ts';
import { written } from '../model/points.ts';
import { differenceWords, readingWords } from '../words/cases.ts';
import { sentenceFor } from '../words/findings.ts';
import { askedWords, creditText, type Looks, tallyOf } from './cases-text.ts';
import { findingJson } from './report-json.ts';
import { show, whereOf } from './shown.ts';

/** `{passed, policies: [{policy, title, file, passed, cases, checks, failed, runs, coverage, findings}]}` */
export function casesJson(suites: readonly Suite[], { lineOf, textOf }: Looks): string {
  const policies = suites.map((suite) => {
    const { policy, title, file, runs, coverage, findings } = suite;
    return {
      policy,
      title,
      file,
      passed: !hasFailed(suite),
      ...tallyOf(suite),
      runs: runs.map((run) => runJson(run, lineOf)),
      coverage,
      findings: show(findings, textOf).map(findingJson),
    };
  });
  return `${JSON.stringify({ passed: !suites.some(hasFailed), policies }, null, 2)}\n`;
}

function runJson({ name, at, reading, verdicts }: Run, lineOf: Looks['lineOf']) {
  return { case: name, line: lineOf(at), reading, checks: verdicts.map((verdict) => verdictJson(verdict, lineOf)) };
}

function verdictJson({ at, statement, measure, expected, got, passed, credits }: Verdict, lineOf: Looks['lineOf']) {
  const { item, unit, person, award, in: period, duty, of, because } = statement;
  const asked = { item, unit, person, award, in: period === undefined ? undefined : String(period), duty, of };
  const behind = credits.map(({ on, points, policy, clause, rule, record, reason }) => ({
    on,
    points: written(points),
    policy,
    clause,
    rule,
    record,
    reason,
  }));
  return { line: lineOf(at), asked, measure, expected, got, passed, because, ...(passed ? {} : { credits: behind }) };
}

/** One suite for each ordinance, one test for each case and reading. */
export function casesJUnit(suites: readonly Suite[], looks: Looks): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.map((suite) => suiteXml(suite, looks)).join('')}</testsuites>\n`;
}

function suiteXml({ policy, file, runs, findings }: Suite, { textOf, lineOf }: Looks): string {
  const faults = show(findings, textOf).map((shown) => {
    const { finding } = shown;
    const text = `${sentenceFor(finding, 'zh')}\n${sentenceFor(finding, 'en')}`;
    const name = `${whereOf(shown)} ${finding.code}`;
    return `    <testcase${attributes({ classname: policy, name })}>\n      <error${attributes({ type: finding.code })}>${escaped(text)}</error>\n    </testcase>\n`;
  });
  const tests = runs.length + faults.length;
  const counts = { name: policy, file, tests, failures: runs.filter((run) => !isPassed(run)).length, errors: faults.length };
  return `  <testsuite${attributes(counts)}>\n${faults.join('')}${runs.map((run) => testXml(run, policy, lineOf)).join('')}  </testsuite>\n`;
}

function testXml(run: Run, policy: string, lineOf: Looks['lineOf']): string {
  const name = `${run.name}${readingWords(run.reading).zh}`;
  const head = `    <testcase${attributes({ classname: policy, name, file: run.at.file, line: lineOf(run.at) })}`;
  if (isPassed(run)) return `${head} />\n`;
  const failures = run.verdicts.filter(({ passed }) => !passed).map((verdict) => failureXml(verdict, run));
  return `${head}>\n${failures.join('')}    </testcase>\n`;
}

function failureXml(verdict: Verdict, { ledger }: Run): string {
  const { measure, expected, got, credits } = verdict;
  const { zh, en } = differenceWords(measure, expected, got);
  const message = `${askedWords(verdict)} ${zh}`;
  const text = [`${askedWords(verdict)} ${en}`, ...credits.map((credit) => creditText(credit, ledger))].join('\n');
  return `      <failure${attributes({ message })}>${escaped(text)}</failure>\n`;
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** XML knows no control characters, however they are written. */
const escaped = (text: string): string =>
  text.replace(/(?![\t\n\r\u007f-\u009f])[\p{Cc}\ufffe\uffff]/gu, '\ufffd').replace(/[&<>"\n]/g, (sign) => SIGNS[sign] as string);
