/** How each field of a record is read from its cell. */
import { OPENNESS } from '../../ledger/written/records.ts';
import { authors, level, outlet, said, units } from './named-cells.ts';
import { address, choice, count, day, either, id, ids, lines, text, truth, word } from './plain-cells.ts';

export const READERS = {
  submission: {
    id,
    title: text,
    unit: units,
    authors,
    on: day,
    event: day,
    form: word('form'),
    category: word('category'),
    stream: choice(null, ['政务', '党务']),
    openness: choice('openness', OPENNESS, { 主动公开: '公开', 不予公开: '不公开', 内部: '不公开', 是: '公开', 否: '不公开' }),
    important: truth(false),
    sensitive: truth(false),
    length: count,
    origin: choice('origin', ['原创', '转载', '付费']),
    topic: text,
    target: outlet,
    answers: id,
    same_as: id,
    composite_of: ids,
    accepted: day,
    rejected: day,
    link: address,
    note: lines,
  },
  adoptions: {
    id,
    form: word('form'),
    print: either,
    reprint: truth(false),
    stage: choice(null, ['采用', '上报']),
    position: text,
    length: count,
    piece: choice(null, ['单篇', '合并']),
    route: choice(null, ['直报', '转报']),
    proof_on: day,
    link: address,
    note: lines,
  },
  instructions: { id, level, rank: text, on: day, affirmative: truth(true), note: lines, said },
} as const;
