/** Cells that name something registered, and who wrote an instruction. */
import { listIn, type Reader } from './cells.ts';
import { daysWithin } from './days.ts';
import { textOf } from './grid.ts';

const MARKED = /^(.*\S)\s*[(（]\s*(单|综|\d+(?:\.\d+)?)\s*[)）]$/;

/** Units with what is said of their parts: 办公室、基金监管股(综). */
export const units: Reader = (content, { registry }) => {
  const known = (name: string): boolean => 'id' in registry.find('unit', MARKED.exec(name)?.[1] ?? name);
  const shares: unknown[] = [];
  for (const part of listIn(content, known)) {
    const whole = registry.find('unit', part);
    const [, name = part, said] = 'id' in whole ? [] : (MARKED.exec(part) ?? []);
    const found = registry.find('unit', name);
    if ('fault' in found) return found;
    shares.push(
      said === undefined ? found.name : { unit: found.name, ...(said === '单' || said === '综' ? { mark: said } : { weight: Number(said) }) },
    );
  }
  const [only, ...others] = shares;
  return { values: others.length === 0 && typeof only === 'string' ? { unit: only } : { units: shares } };
};

export const authors: Reader = (content, { registry, among }) => {
  const names: string[] = [];
  for (const part of listIn(content, (name) => 'id' in registry.find('person', name, among))) {
    const found = registry.find('person', part, among);
    if ('fault' in found) return found;
    names.push(found.name);
  }
  return { values: { authors: [...new Set(names)] } };
};

export const outlet: Reader = (content, { registry }, field) => {
  const found = registry.find('outlet', textOf(content));
  return 'fault' in found ? found : { values: { [field]: found.name } };
};
const LEVELS = ['县', '市', '省', '国家', '部委'] as const;
/** 国家医疗保障局 is a ministry, 自治区 a province. */
const LEVEL_WORDS: readonly (readonly [RegExp, string])[] = [
  [/部委|部长|司长|国家[^、,，]{0,8}[局部委]/, '部委'],
  [/国家(?![^、,，]{0,8}[局部委])|中央|国务院/, '国家'],
  [/省|自治区/, '省'],
  [/市/, '市'],
  [/县|(?<!自治)区/, '县'],
];

export const level: Reader = (content, { words }, field) => {
  const said = textOf(content);
  const meant = words.level?.[said] ?? said.replace(/级?(?:领导)?$/, '');
  return (LEVELS as readonly string[]).includes(meant)
    ? { values: { [field]: meant } }
    : { fault: { code: 'import/not-a-choice', found: said, choices: LEVELS } };
};

/** 市长3月5日批示: who and when out of running words, where they say one level and one day. */
export const said: Reader = (content, { almanac, today }) => {
  const found = textOf(content);
  const rank = found
    .normalize('NFKC')
    .replace(/(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?/g, '')
    .replace(/[,，;；。]|(?:作出|给予)?(?:肯定性)?(?:批示|圈阅|签批)|\s+/g, '');
  const [level, ...others] = LEVEL_WORDS.flatMap(([sign, name]) => (sign.test(rank) ? [name] : []));
  const days = daysWithin(found, almanac);
  const [on] = days;
  if (level === undefined || others.length > 0 || days.length !== 1 || on === undefined || on > today)
    return { fault: { code: 'import/unclear-instruction', found } };
  return { values: { level, rank, on } };
};
