/** Title and text of the pull request that proposes bulletins. */
import { expect, test } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { bodyOf, inConflict, titleOf } from '../../src/words/proposal.ts';

const periods = (...keys: string[]): Period[] => keys.map((key) => parsePeriod(key) as Period);
const bulletin = (key: string, markdown: string) => ({
  period: parsePeriod(key) as Period,
  file: `data/bulletins/${key}.yaml`,
  markdown,
  readiness: [],
});

test('the title names up to three periods, and of more the first and the last', () => {
  expect(titleOf(periods('2026-09', '2026-Q3'))).toBe('签发通报：2026年9月、2026年第三季度（Bulletin 2026-09, 2026-Q3）');
  expect(titleOf(periods('2026-06', '2026-07', '2026-08', '2026-09'))).toBe('签发通报：2026年6月至2026年9月共4期（Bulletin 2026-06 … 2026-09）');
});

test('the text says how to sign, what is open, and what the bulletin says', () => {
  const open = { ...bulletin('2026-09', '# 通报\n\n正文。\n'), readiness: [{ zh: '检查有 2 项提醒。', en: 'The check has 2 warnings.' }] };
  const body = bodyOf([open, bulletin('2026-Q3', '# 季度通报\n')], 10_000);
  expect(body).toMatch(/^\*\*怎样签发\*\*\n\n1\. /);
  expect(body).toContain(
    '**签发前 Before signing**\n\n2026年9月 2026-09\n\n- [ ] 检查有 2 项提醒。 The check has 2 warnings.\n\n没有待办事项 Nothing is open: 2026年第三季度\n\n',
  );
  expect(body.endsWith('# 季度通报\n\n`data/bulletins/2026-Q3.yaml`')).toBe(true);
});

test('where the host takes no more it is cut, and says so', () => {
  const body = bodyOf([bulletin('2026-09', '稿'.repeat(9000))], 3000);
  expect(body).toHaveLength(3000);
  expect(body).toMatch(/稿\n\n……（以下从略，全文见文件。 The rest is in the files.）$/);
});

test('files in conflict are named', () => {
  expect(inConflict(['data/units.yaml', 'data/site.yaml']).zh).toContain('data/units.yaml、data/site.yaml');
});
