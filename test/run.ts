/**
 * The test command: every step, one after another, and one line at the end that says how it went. `node test/run.ts lint arrows` runs only
 * those two.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broken, type Failure, type Result, resultOfTests, resultOfTool } from './rig/result.ts';
import { run } from './rig/step.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Set where Vitest runs: its tests are counted one by one. */
  readonly tests?: { readonly coverage: boolean };
  /** The step that this one cannot do without. */
  readonly after?: string;
}

const STEPS: readonly Step[] = [
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=200'] },
  { name: 'arrows', command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'test'] },
  { name: 'unused', command: ['knip'] },
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit', '--project', 'apart', '--coverage'], tests: { coverage: true } },
  // The shipped ledger ends in November 2026; the day is fixed so that these tests mean the same in any year.
  { name: 'build', command: ['node', 'src/cli/tongbao.mjs', 'build', '--as-of', '2026-11-26'] },
  { name: 'browser', command: ['vitest', 'run', '--project', 'browser'], tests: { coverage: false }, after: 'build' },
];

async function take(step: Step, reports: string): Promise<Result & { seconds: number }> {
  const [command, ...args] = step.command;
  const report = join(reports, `${step.name}.json`);
  const ending = await run(command, step.tests ? [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : args);
  const result = step.tests ? resultOfTests(step.name, ending, report, step.tests.coverage) : resultOfTool(step.name, ending);
  return { ...result, seconds: ending.seconds };
}

async function takeAll(steps: readonly Step[]): Promise<Result[]> {
  const reports = mkdtempSync(join(tmpdir(), 'tongbao-test-'));
  const results = new Map<string, Result>();
  for (const step of steps) {
    console.log(`\n━━ ${step.name} ${'━'.repeat(72 - step.name.length)}`);
    const missing = step.after !== undefined && (results.get(step.after)?.failures.length ?? 0) > 0;
    const result = missing ? { ...broken(step.name, `not run: ${step.after} failed`), seconds: 0 } : await take(step, reports);
    results.set(step.name, result);
    console.log(`${result.failures.length === 0 ? '✓' : '✗'} ${step.name}: ${counted(result)} in ${result.seconds.toFixed(1)} s`);
  }
  rmSync(reports, { recursive: true });
  return [...results.values()];
}

const counted = ({ passed, failures, skipped }: Result): string =>
  `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function tell(failures: readonly Failure[]): void {
  if (failures.length > 0) console.log(`\n━━ failures ${'━'.repeat(64)}`);
  for (const { name, detail } of failures) console.log(`✗ ${name}\n${detail.replace(/^/gm, '    ')}`);
}

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`unknown step: ${unknown.join(', ')}; there are ${STEPS.map((step) => step.name).join(', ')}`);
    return 2;
  }
  const results = await takeAll(STEPS.filter((step) => wanted.length === 0 || wanted.includes(step.name)));
  const failures = results.flatMap((result) => result.failures);
  tell(failures);
  console.log(`\n${results.reduce((total, result) => total + result.passed, 0)} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
