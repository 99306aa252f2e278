/** Which column holds what, guessed from headings. Shown to the office before anything is taken from it. */
import { type Field, meaningOf, type Part } from './fields.ts';
import { EMPTY, type Grid, textOf } from './grid.ts';
import { columnNamed, type Heads, headsOf, nameOf, understood } from './heads.ts';
import type { WrittenMapping, WrittenTable } from './mapping.ts';
import type { Registry } from './registry.ts';

/** Null where no visible sheet has headings that we know. Sheets of the same columns share a table. `forms` are those that the ordinances know. */
export function guessMapping(grids: readonly Grid[], registry: Registry, forms: readonly string[] = []): WrittenMapping | null {
  const tables = new Map<string, WrittenTable>();
  for (const grid of grids.filter(({ hidden }) => !hidden)) {
    const heads = headsOf(grid, understood);
    if (heads === null) continue;
    const table = guessTable(grid, heads, { registry, forms });
    const same = tables.get(JSON.stringify(table));
    const sheets = grid.name === null ? {} : { sheets: [...(same?.sheets ?? []), grid.name] };
    tables.set(JSON.stringify(table), { ...sheets, ...table });
  }
  return tables.size === 0 ? null : { tables: [...tables.values()] };
}

type Group = Partial<Record<Field, string>> & { outlet_is?: string };

interface Known {
  readonly registry: Registry;
  readonly forms: readonly string[];
}

function guessTable(grid: Grid, heads: Heads, { registry, forms }: Known): WrittenTable {
  const submission: Group = {};
  const adoptions: Group[] = [];
  const instructions: Group[] = [];
  heads.paths.forEach((path, column) => {
    const meaning = meaningOf(path);
    const name = nameOf(column, heads);
    if (meaning === null) {
      const outlet = registry.find('outlet', path.at(-1) ?? '');
      if ('name' in outlet) adoptions.push({ outlet_is: outlet.name, on: name });
    } else place(meaning.part, meaning.field, name);
  });
  function place(part: Part, field: Field, name: string): void {
    if (part === 'submission') placeOfSubmission(field, name);
    else joinGroup(part === 'adoptions' ? adoptions : instructions, field, name);
  }
  /** A bare 日期 behind the outlets is theirs, and gives way to 报送日期. */
  function placeOfSubmission(field: Field, name: string): void {
    const last = adoptions.at(-1);
    if (isBareDay(name) && last?.outlet !== undefined && last.on === undefined) last.on = name;
    else if (submission[field] === undefined || isBareDay(submission[field])) submission[field] = name;
  }
  const alone = adoptions.find(({ outlet, outlet_is }) => outlet === undefined && outlet_is === undefined);
  if (alone?.link !== undefined) submission.link ??= alone.link;
  if (submission.form === undefined && submission.category !== undefined && holdsForms(grid, heads, submission.category, forms)) {
    submission.form = submission.category;
    delete submission.category;
  }
  const of = unitOfSheet(grid, submission, registry);
  const kept = adoptions.filter(({ outlet, outlet_is }) => outlet !== undefined || outlet_is !== undefined);
  const told = instructions.filter(({ said, level, on }) => said !== undefined || (level !== undefined && on !== undefined));
  const year = yearOf(grid, heads);
  return {
    ...(year === null ? {} : { year }),
    submission: { ...submission, ...of } as WrittenTable['submission'],
    ...(kept.length === 0 ? {} : { adoptions: kept as WrittenTable['adoptions'] }),
    ...(told.length === 0 ? {} : { instructions: told as WrittenTable['instructions'] }),
  };
}

const isBareDay = (name: string): boolean => /^(日期|时间)$/.test(name);

/** 类别 may be what the ordinance calls 体裁: where every cell under it says one of its forms. */
function holdsForms({ rows }: Grid, heads: Heads, name: string, forms: readonly string[]): boolean {
  const column = columnNamed(name, heads);
  const said = rows.slice(heads.bottom + 1).map((row) => textOf(row[column] ?? EMPTY));
  return said.some((text) => text !== '') && said.every((text) => text === '' || forms.includes(text));
}

/** A column belongs to the group before it, unless that has one of the kind; what names the outlet itself ends a group. */
function joinGroup(groups: Group[], field: Field, name: string): void {
  const last = groups.at(-1);
  if (last === undefined || last[field] !== undefined || last.outlet_is !== undefined) groups.push({ [field]: name });
  else last[field] = name;
}

/** A sheet without a column of units that is called like one is that unit's. */
function unitOfSheet({ name }: Grid, { unit }: Group, registry: Registry): { unit_is?: string } {
  const of = unit === undefined && name !== null ? registry.find('unit', name) : null;
  return of !== null && 'name' in of ? { unit_is: of.name } : {};
}

/** The year that the name of the sheet and what stands above its headings agree on. */
function yearOf({ name, rows }: Grid, { top, bottom }: Heads): number | null {
  const above = rows
    .slice(0, bottom + 1)
    .flatMap((row, at) => row.flatMap((content) => (content.kind === 'text' && at < top + 1 ? [content.text] : [])));
  const years = new Set([name ?? '', ...above].flatMap((text) => text.normalize('NFKC').match(/(?<!\d)(?:19|20)\d{2}(?=\s*年)/g) ?? []));
  const [year] = years;
  return years.size === 1 && year !== undefined ? Number(year) : null;
}
