/** The mapping as a file: read with its faults, written with a word on each part. */
import { shape } from '../../ledger/shape.ts';
import type { Finding } from '../../model/finding.ts';
import { placeOf } from '../../model/place.ts';
import { parse } from '../../source/parse.ts';
import { yamlOf } from '../yaml.ts';
import { WrittenMapping } from './mapping.ts';

export interface OpenedMapping {
  /** Null where anything is wrong. */
  readonly mapping: WrittenMapping | null;
  readonly findings: readonly Finding[];
}

export function openMapping(file: string, text: string): OpenedMapping {
  const { value, findings } = parse(file, text);
  if (value === undefined) return { mapping: null, findings };
  const shaped = shape(WrittenMapping, value, placeOf(file));
  const all = [...findings, ...shaped.findings];
  return { mapping: all.length === 0 ? (shaped.value ?? null) : null, findings: all };
}

const ABOUT = `# 导入对照表:左边是台账的字段,右边是表格的列标题(多层标题用“/”连接;重名或没有标题的列写“F列”)。
# 不需要的行删去即可;没有写到的列不导入。 Which column of the spreadsheet holds what; columns that are not named here are not imported.
#
# 还可以写 also:
#   year: 2026               只写月日的日期属于哪一年  the year of days that have none
#   carry_down: [unit]       空格与上一行相同的列(合并单元格不必写)  empty cells mean what stands above; merged cells need it not
#   submission.unit_is / adoptions[].outlet_is   整张表(这组列)都属于一个单位(媒体)  all rows are of one unit, these columns of one outlet
#   words: { form: { 动态: 简讯 } }   表格的说法 → 台账的说法  words of the table → words of the ledger
`;

export const mappingText = (mapping: WrittenMapping): string => `${ABOUT}${yamlOf(mapping)}`;
