/** What a step proved: so many things hold, and these do not. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Ending } from './step.ts';

export interface Failure {
  readonly name: string;
  readonly detail: string;
}

export interface Result {
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** Tests that were not run: neither passed nor failed, and worth a word. */
  readonly skipped: number;
}

/** The part of Vitest's JSON report that we read. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] | null }[];
  }[];
}

const LINES_SHOWN = 25;

/** A tool that either finds nothing to complain about or fails as a whole. */
export function resultOfTool(name: string, { code, output }: Ending): Result {
  return code === 0 ? held(1) : broken(name, lastLines(output) || `ended with ${code}`);
}

/** One Vitest run: each test counts; so does the coverage, where it was asked for. A run without tests, without a report or with a crash has failed. */
export function resultOfTests(name: string, ending: Ending, reportFile: string, withCoverage: boolean): Result {
  const report = readReport(reportFile);
  if (!report) return broken(name, `no report: Vitest crashed\n${lastLines(ending.output)}`);
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failures = [...report.testResults.flatMap((file) => failuresOf(name, file)), ...(withCoverage ? coverageFailures(ending.output) : [])];
  if (tests.length === 0) return broken(name, 'no tests were found');
  if (ending.code !== 0 && failures.length === 0) return broken(name, `ended with ${ending.code} though no test failed\n${lastLines(ending.output)}`);
  const coverageHolds = withCoverage && !failures.some((failure) => failure.name === COVERAGE);
  return {
    passed: tests.filter((test) => test.status === 'passed').length + (coverageHolds ? 1 : 0),
    failures,
    skipped: tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').length,
  };
}

export const broken = (name: string, detail: string): Result => ({ passed: 0, failures: [{ name, detail }], skipped: 0 });
const held = (passed: number): Result => ({ passed, failures: [], skipped: 0 });

const COVERAGE = 'coverage';

/** Vitest says each missed threshold in a line of its own. */
function coverageFailures(output: string): Failure[] {
  const missed = plainLines(output).filter((line) => /Coverage for .* does not meet/.test(line));
  const measured = /Coverage summary/.test(output);
  if (measured && missed.length === 0) return [];
  return [{ name: COVERAGE, detail: missed.join('\n') || 'was not measured' }];
}

function failuresOf(step: string, file: Report['testResults'][number]): Failure[] {
  const where = `${step} › ${file.name.replace(`${process.cwd()}/`, '')}`;
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  // A file can fail beside its tests: it cannot be run, or what it sets up cannot be taken down.
  const beside = file.status === 'failed' && (failed.length === 0 || file.message !== '');
  const own = beside ? [{ name: where, detail: firstLines(file.message || 'the file could not be run') }] : [];
  const ofTests = failed.map((test) => ({ name: `${where} › ${test.fullName}`, detail: firstLines((test.failureMessages ?? []).join('\n')) }));
  return [...own, ...ofTests];
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

const plainLines = (text: string): string[] =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
const lastLines = (text: string): string => plainLines(text).slice(-LINES_SHOWN).join('\n');
const firstLines = (text: string): string => plainLines(text).slice(0, LINES_SHOWN).join('\n');
