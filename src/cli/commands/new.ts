/** `tongbao new`: files a record. Asks on a terminal, or takes everything as options; writes only what the check has no error for, and never over a file. */
import { keyOf } from '../../filing/check.ts';
import type { RecordFolder } from '../../ledger/files.ts';
import type { Finding } from '../../model/finding.ts';
import { statOf } from '../../rim/disk.ts';
import { writeNew } from '../../rim/new-files.ts';
import type { Asking } from '../new/ask.ts';
import type { Field } from '../new/fields.ts';
import { type Filled, usualFields, withAnswers, withMore } from '../new/fill.ts';
import { type Form, filledIn, formOf } from '../new/form.ts';
import { anotherPlace, isError, type Judged, judge } from '../new/judge.ts';
import { line } from '../new/line.ts';
import { nextSteps, tellCandidates, tellDoubts, tellFindings, tellMissing } from '../new/tell.ts';
import { type Found, open, type Setting } from '../setting.ts';
import { EXIT, Usage } from '../usage.ts';

export interface Wish {
  readonly folder: RecordFolder;
  /** What was written for each key. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** The name that somebody wants for it. */
  readonly id: string | null;
  /** Only shows what it would write. */
  readonly dry: boolean;
}

/** What one run works with. */
interface Run {
  readonly setting: Setting<'text'>;
  readonly wish: Wish;
  readonly found: Found;
  readonly form: Form;
}

export async function newCommand(setting: Setting<'text'>, wish: Wish): Promise<number> {
  if (wish.id !== null) checkId(wish.id);
  const found = open(setting);
  if (found === null) return EXIT.findings;
  const run = { setting, wish, found, form: formOf(wish.folder, found.ledger, found.opened) };
  const filled = givenIn(run);
  const { ask, err } = setting.terminal;
  // Whoever gives all that is needed as options is asked nothing.
  if (ask === undefined || missingIn(run.form, filled).length === 0) return filed(filled, run);
  return asked(filled, run, { ask, err, form: run.form, today: found.asOf });
}

/** An id is the name of a file: nothing in it leads anywhere. */
function checkId(id: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 120)
    throw new Usage(
      `编号“${id}”只能用小写字母、数字和连字符,不超过 120 个字符,如 20260305-bangongshi-a。`,
      `The id “${id}” takes lower-case letters, digits and hyphens only, 120 at most, like 20260305-bangongshi-a.`,
    );
}

const givenIn = ({ form, wish: { given } }: Run): Filled =>
  Object.fromEntries(
    form.fields.flatMap((field) => {
      const told = given.get(field.key);
      return told === undefined ? [] : [[field.key, filledIn(form, field, told)]];
    }),
  );

const missingIn = ({ fields }: Form, filled: Filled): Field[] =>
  fields.filter(({ key, required }) => !(key in filled) && (required || (key === 'unit' && !('units' in filled) && fields.some(isOfUnits))));

const isOfUnits = ({ key }: Field): boolean => key === 'units';

/** Without questions: everything that is missing or wrong at once, or the file. */
function filed(filled: Filled, run: Run): number {
  const { found, form, setting, wish } = run;
  const judged = judge(wish.folder, filled, wish.id, found);
  const missing = [...new Set([...missingIn(form, filled), ...missingBy(judged, form)])];
  const others = judged.findings.filter((finding) => missingKey(finding) === null);
  tellFindings(others, judged, found, setting.terminal);
  tellCandidates(filled, form, setting.terminal);
  if (missing.length > 0) tellMissing(missing, setting.terminal);
  if (missing.length > 0) return EXIT.usage;
  tellDoubts(judged, setting.terminal);
  if (judged.findings.some(isError)) return EXIT.findings;
  if (judged.taken !== null) return refused(judged.taken, run);
  return written(judged, run);
}

/** What its schema finds missing, of the form that it has chosen. */
const missingBy = ({ findings }: Judged, { fields }: Form): Field[] =>
  fields.filter(({ key }) => findings.some((finding) => missingKey(finding) === key));

function missingKey(finding: Finding): string | null {
  if (finding.code === 'ledger/no-unit') return 'unit';
  return finding.code === 'schema/missing-key' && finding.at.path.length === 0 ? finding.name : null;
}

function refused(taken: string, { setting: { terminal } }: Run): number {
  terminal.err(
    line({
      zh: `这条记录已经有了:${taken}。确是另一次,请用 --id 另起编号。`,
      en: `This record is there already: ${taken}. Where it is another one, give it an id of its own with --id.`,
    }),
  );
  return EXIT.findings;
}

/** Asks, shows what came of it, asks again for what is wrong, and writes when the person agrees. */
async function asked(given: Filled, run: Run, asking: Asking): Promise<number> {
  const { wish, form, found, setting } = run;
  const usual = usualFields(wish.folder, form.fields);
  let filled = await withMore(await withAnswers(given, usual, asking), usual, asking);
  for (;;) {
    const judged = judge(wish.folder, filled, wish.id, found);
    tellFindings(judged.findings, judged, found, setting.terminal);
    tellDoubts(judged, setting.terminal);
    const wrong = new Set(judged.findings.filter(isError).map((finding) => (finding.at.file === judged.file ? keyOf(finding) : '')));
    if (wrong.size === 0) return agreed(judged, run, asking);
    const again = form.fields.filter(({ key }) => wrong.has(key));
    // What is wrong elsewhere because of the record is nothing that another answer would mend.
    if (again.length === 0) return EXIT.findings;
    filled = await withAnswers(without(filled, again), again, asking);
  }
}

const without = (filled: Filled, fields: readonly Field[]): Filled =>
  Object.fromEntries(Object.entries(filled).filter(([key]) => !fields.some((field) => field.key === key)));

async function agreed(judged: Judged, run: Run, { ask, err }: Asking): Promise<number> {
  if (run.wish.dry) return written(judged, run);
  err(`\n${judged.file}\n${judged.text}\n`);
  if (judged.taken === null && !/^(n|no|否|不)$/i.test((await ask(WRITE)).trim())) return written(judged, run);
  if (judged.taken !== null && /^(y|yes|是)$/i.test((await ask(`${judged.taken}\n${ANOTHER}`)).trim()))
    return written({ ...judged, file: anotherPlace(judged.file, run.found) }, run);
  err(line({ zh: '没有写入。', en: 'Nothing was written.' }));
  return EXIT.findings;
}

const WRITE = '直接回车写入,n 不写。 Enter writes it, n does not.\n> ';
const ANOTHER = '这条记录已经有了。确是另一次,输入 y 另起编号写入。 This record is there already; y files it as another one.\n> ';

function written({ file, text }: Judged, { setting: { terminal, root }, wish, found: { ledger } }: Run): number {
  if (wish.dry) {
    terminal.err(`${file}\n`);
    terminal.out(text);
    return EXIT.clean;
  }
  const stopped = linkOn(root, file) ?? writeNew(root, [{ path: file, text }]);
  if (stopped !== null) {
    terminal.err(line({ zh: `没有写成 ${file}:${stopped.reason}。`, en: `${file} could not be written: ${stopped.reason}.` }));
    return EXIT.findings;
  }
  terminal.out(nextSteps(file, { site: ledger.site, root, terminal }));
  return EXIT.clean;
}

/** A link on the way would take the record to where nobody reads it. */
function linkOn(root: string, file: string): { readonly reason: string } | null {
  const steps = file.split('/').slice(0, -1);
  const folders = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
  const link = folders.find((folder) => statOf(root, folder)?.isSymbolicLink());
  return link === undefined ? null : { reason: `${link} 是链接 is a link` };
}
