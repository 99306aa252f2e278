/** Remarks as SARIF 2.1.0. */
import type { Remark } from './remarks.ts';

/** GitHub takes 25,000 results of a run and shows so many; remarks come with the gravest first. */
const MOST = 5_000;

/** `folder` leads from the repository to the root, with a slash at its end; `version` is that of this program. */
export function sarif(all: readonly Remark[], folder: string, version: string): string {
  const remarks = all.slice(0, MOST);
  const codes = [...new Set(remarks.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'tongbao', version, rules: codes.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: remarks.map((remark) => resultOf(remark, codes, folder)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf({ code, level, file, position, says, fingerprint }: Remark, codes: readonly string[], folder: string) {
  const { line, column, endLine, endColumn } = position;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: `${says.zh}\n${says.en}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: (folder + file).split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { 'tongbao/v1': fingerprint },
  };
}
