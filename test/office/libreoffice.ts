/**
 * The office files in LibreOffice: `npm run office` converts the DOCX and XLSX of every bulletin in data/bulletins (and of the sample of the tests),
 * computes all formulas anew, holds the results against the journal, and measures pages. `npm run office -- FOLDER` leaves all files in FOLDER,
 * to be looked at. It is no part of `npm test`, because LibreOffice is no package of npm.
 */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { load } from 'js-yaml';
import { bulletinDocx } from '../../src/export/bulletin/docx.ts';
import { bulletinXlsx } from '../../src/export/bulletin/xlsx.ts';
import { WrittenBulletin } from '../../src/ledger/written/bulletin.ts';
import type { OfficialDocument } from '../../src/model/document.ts';
import { points, sum } from '../../src/model/points.ts';
import { documentOf } from '../../src/words/bulletin/document.ts';
import { bulletin as sample } from '../support/bulletin.ts';
import { officialDocument } from '../support/document.ts';

const ROOT = join(import.meta.dirname, '../..');
const NAMES = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:/Program Files/LibreOffice/program/soffice.exe'];
const MISSING = `没有找到 LibreOffice。请先安装:
  Debian/Ubuntu  apt-get install --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils fonts-noto-cjk
  macOS          brew install --cask libreoffice
  Windows        winget install TheDocumentFoundation.LibreOffice
LibreOffice was not found; install it as shown above.`;

const answers = (command: string, args: readonly string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
const office = NAMES.find((name) => answers(name, ['--version']));
const [folder = mkdtempSync(join(tmpdir(), 'tongbao-office-'))] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'tongbao-office-profile-'));
const faults: string[] = [];
const hold = (holds: boolean, fault: string): void => {
  if (!holds) faults.push(fault);
};

/** Converts a file of the folder; the result lies beside it. */
function convert(file: string, to: string): void {
  const args = ['--headless', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--convert-to', to, '--outdir', folder, join(folder, file)];
  const { status, stderr } = spawnSync(office as string, args, { encoding: 'utf8' });
  hold(status === 0 && !stderr.includes('Error:'), `${file} → ${to}: ${stderr.trim()}`);
}

/** The workbook without the values of its formulas, so that nothing but a computation can fill them in. */
function withoutValues(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, Uint8Array] => {
    if (!path.startsWith('xl/worksheets/sheet')) return [path, bytes];
    return [path, strToU8(strFromU8(bytes).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'))];
  });
  return zipSync(Object.fromEntries(parts));
}

/** What a formula was written with, by its cell: `B7` of the first sheet. */
function valuesOf(file: Uint8Array): Map<string, string> {
  const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] as Uint8Array);
  return new Map([...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f><v>([^<]*)<\/v>/g)].map(([, at = '', value = '']) => [at, value]));
}

/** Lines and cells of a CSV file that LibreOffice wrote, separated by tabs, nothing quoted that has none. */
const cellsOf = (file: string): string[][] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')));

function at(cells: readonly (readonly string[])[], address: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  return cells[Number(row) - 1]?.[column - 1] ?? '';
}

/** A tab between cells, nothing around them, UTF-8, every sheet in a file of its own, numbers as they are. */
const CSV = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';

async function checkWorkbook(name: string, lock: WrittenBulletin): Promise<void> {
  const file = await bulletinXlsx(lock);
  writeFileSync(join(folder, `${name}.xlsx`), file);
  writeFileSync(join(folder, `${name}-recalculated.xlsx`), withoutValues(file));
  convert(`${name}-recalculated.xlsx`, CSV);
  const cells = cellsOf(`${name}-recalculated-情况统计表.csv`);
  const values = valuesOf(file);
  for (const [address, value] of values) hold(same(at(cells, address), value), `${name}.xlsx ${address}: ${at(cells, address)} ≠ ${value}`);
  const checked = checkUnits(name, lock, cells);
  console.log(`${name}.xlsx: ${values.size} formulas computed, ${checked} units held against the journal`);
}

/** Rates are shown in per cent. */
const numberIn = (cell: string): number => (cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell));
const same = (computed: string, written: string): boolean =>
  computed === written || (computed !== '' && Math.abs(numberIn(computed) - Number(written)) < 1e-9);

/** The sum of each unit's credits, from the lock itself, against what LibreOffice found in the journal. */
function checkUnits(name: string, { credits, published }: WrittenBulletin, cells: readonly (readonly string[])[]): number {
  const heads = cells[3] ?? [];
  const [sums, verdict] = [heads.indexOf('明细合计'), heads.indexOf('核对')];
  if (sums === -1) return 0;
  const rows = published.groups.flatMap((group) => group.rows);
  for (const { unit, of_period } of rows) {
    const line = cells.find((row) => row.includes(published.units[unit]?.name ?? unit)) ?? [];
    const own = sum(
      credits
        .filter((credit) => credit.unit === unit && credit.ledger === undefined && credit.scope === undefined)
        .map((credit) => points(credit.points)),
    );
    hold(same(line[sums] ?? '', own.toFixed()), `${name}.xlsx ${unit}: ${line[sums]} ≠ ${own.toFixed()} by the journal`);
    hold(line[verdict] === (own.eq(of_period) ? '一致' : '不一致'), `${name}.xlsx ${unit}: ${line[verdict]}`);
  }
  return rows.length;
}

async function checkDocument(name: string, document: OfficialDocument): Promise<void> {
  writeFileSync(join(folder, `${name}.docx`), await bulletinDocx(document));
  convert(`${name}.docx`, 'pdf');
  convert(`${name}.docx`, 'txt:Text (encoded):UTF8');
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const said = [
    document.title,
    ...document.body.flatMap((block) => (block.kind === 'table' ? [] : [block.text])),
    document.signed.office,
    document.signed.date,
  ];
  for (const one of said) hold(squeezed(text).includes(squeezed(one)), `${name}.docx does not say ${one}`);
  console.log(`${name}.docx: ${said.length} texts found`);
}

/** Titles are broken into lines. */
const squeezed = (text: string): string => text.replace(/\s/g, '');

/** 22 lines of 28 characters: a page that is nothing but text. */
async function checkPage(): Promise<void> {
  const text = '通报工作应当及时准确各单位要按时报送信息落实审核责任'.repeat(60);
  await checkDocument('page', { ...officialDocument, body: [{ kind: 'paragraph', text }], annexes: [] });
  if (!answers('pdftotext', ['-v'])) return console.log('page.docx: not measured, because pdftotext (poppler-utils) is missing');
  const { stdout } = spawnSync('pdftotext', ['-layout', '-f', '2', '-l', '2', join(folder, 'page.pdf'), '-'], { encoding: 'utf8' });
  const lines = stdout
    .split('\n')
    .map(squeezed)
    .filter((line) => /^\p{Script=Han}+$/u.test(line));
  hold(lines.length === 22, `page 2 has ${lines.length} lines, not 22`);
  for (const line of lines) hold([...line].length === 28, `a line of page 2 has ${[...line].length} characters, not 28: ${line}`);
  console.log(`page.docx: ${lines.length} lines of ${[...(lines[0] ?? '')].length} characters`);
}

function locks(): [string, WrittenBulletin][] {
  const files = globSync('data/bulletins/*.yaml', { cwd: ROOT }).sort();
  const shipped = files.map((file): [string, WrittenBulletin] => [
    file.replace(/^.*[\\/]|\.yaml$/g, ''),
    WrittenBulletin.parse(load(readFileSync(join(ROOT, file), 'utf8'))),
  ]);
  return [['sample', sample()], ...shipped];
}

if (office === undefined) {
  console.error(MISSING);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const [name, lock] of locks()) {
  await checkWorkbook(name, lock);
  await checkDocument(name, documentOf(lock));
}
await checkDocument('by-hand', officialDocument);
await checkPage();
for (const fault of faults) console.error(`✗ ${fault}`);
console.log(`${readdirSync(folder).length} files in ${folder}; ${faults.length === 0 ? 'all as expected' : `${faults.length} faults`}`);
process.exitCode = faults.length === 0 ? 0 : 1;
