/** The guides cannot rot: their files make a small ledger without a finding, the points that they tell are those of the ordinance, and their commands exist. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MANUALS } from '../../src/cli/help.ts';
import { programOf } from '../../src/cli/program.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Day } from '../../src/model/day.ts';
import { isZero, written } from '../../src/model/points.ts';
import type { Ledger } from '../../src/model/records.ts';
import { keepJournal } from '../../src/scoring/journal.ts';
import { EXAMPLES, type ExampleName } from '../../src/words/guide/examples.ts';
import { type Block, GUIDES, type Guide, guideWords } from '../../src/words/guide.ts';
import { LANGUAGES } from '../../src/words/speech.ts';
import { shippedPolicy } from '../support/policies.ts';

const opened = openLedger(new Map(Object.values(EXAMPLES).map(({ file, text }) => [file, parse(text)])));
const ledger = opened.ledger as Ledger;
const blocksOf = ({ parts }: Guide): Block[] => parts.flatMap(({ blocks }) => blocks);
const allBlocks = LANGUAGES.flatMap((language) => GUIDES.flatMap((name) => blocksOf(guideWords(language).guides[name])));
const commands = allBlocks.flatMap((block) => ('commands' in block ? block.commands.map(([command]) => command) : []));

describe('the files that the guides show', () => {
  test('are a ledger with nothing wrong in it', () => {
    expect(opened.findings).toEqual([]);
    expect([ledger.submissions.size, ledger.adoptions.length, ledger.instructions.length, ledger.obligations.size]).toEqual([3, 2, 1, 1]);
  });

  test('give the points that the guide tells: 3 in March, 15 more in May, 10 for the instruction', () => {
    const { credits } = keepJournal(ledger, [shippedPolicy('county-2021')], '2026-05-31' as Day);
    const given = credits.filter(({ points }) => !isZero(points)).map(({ on, points, clause }) => `${on} ${written(points)} ${clause}`);
    expect(given).toEqual(['2026-03-08 3 四(一)1', '2026-05-12 15 四(一)5', '2026-05-20 10 四(一)6']);
  });

  test('are all shown, in both languages', () => {
    for (const language of LANGUAGES) {
      const shown = GUIDES.flatMap((name) => blocksOf(guideWords(language).guides[name])).flatMap((block) =>
        'example' in block ? [block.example] : [],
      );
      expect(new Set([...shown, 'better'])).toEqual(new Set(Object.keys(EXAMPLES) as ExampleName[]));
    }
  });
});

describe('the commands that the guides tell', () => {
  const program = programOf({ out: () => undefined } as never, () => undefined);

  test.each([...new Set(commands)])('%s', (command) => {
    const words = command.replace(/^npx tongbao /, '').split(' ');
    const name = Object.keys(MANUALS).find((known) => `${words.join(' ')} `.startsWith(`${known} `)) ?? '';
    expect(MANUALS).toHaveProperty([name]);
    const known = name.split(' ').reduce((parent, part) => parent.commands.find((one) => one.name() === part) ?? parent, program);
    const options = words.filter((word) => word.startsWith('--'));
    for (const option of options) expect(known.options.map(({ long }) => long)).toContain(option);
  });
});

describe('both languages', () => {
  test('say the same things in the same order', () => {
    const [zh, en] = LANGUAGES.map((language) =>
      GUIDES.map((name) => guideWords(language).guides[name].parts.map(({ id, blocks }) => [id, ...blocks.map((block) => shapeOf(block))])),
    );
    expect(en).toEqual(zh);
  });
});

/** What a block is, how long, and what it names that has to be the same. */
function shapeOf(block: Block): unknown {
  if ('text' in block) return ['text', typedIn(block.text)];
  if ('steps' in block) return ['steps', block.steps.map(typedIn)];
  if ('points' in block) return ['points', block.points.map(typedIn)];
  if ('example' in block) return ['example', block.example];
  if ('commands' in block) return ['commands', block.commands.map(([command]) => command)];
  return ['links', block.links.map(([, path]) => path)];
}

const typedIn = (text: string): string[] => (text.match(/`[^`]+`/g) ?? []).sort();
