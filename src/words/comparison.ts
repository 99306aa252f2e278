/** Words for a comparison of two ordinances. */
import type { Day } from '../model/day.ts';
import type { Said } from './speech.ts';

/** What no clause gives, and what the ranking itself makes of the points. */
export const NO_CLAUSE: Said = { zh: '条款之外', en: 'no clause' };

export const COMPARISON = {
  title: (period: Said): Said => ({ zh: `${period.zh}对比`, en: `Comparison, ${period.en}` }),
  running: (asOf: Day): Said => ({ zh: `（截至 ${asOf}，尚未结束）`, en: `(as of ${asOf}, not over yet)` }),
  before: { zh: '甲', en: 'A' },
  after: { zh: '乙', en: 'B' },
  asIf: (since: Day): Said => ({ zh: `按自 ${since} 起施行计算`, en: `taken as in force from ${since}` }),
  notRanked: { zh: '不参评', en: 'not ranked' },
  same: { zh: '没有单位的名次或得分变化。', en: 'No unit has another rank or other points.' },
  moved: (ranks: number, points: number, units: number): Said => ({
    zh: `${units} 个单位中，${ranks} 个名次变化，${points} 个得分变化。`,
    en: `Of ${units} ${units === 1 ? 'unit' : 'units'}, ${ranks} have another rank and ${points} other points.`,
  }),
} as const;
