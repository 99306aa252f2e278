/** Points as people say them. */
import { type Points, written } from '../model/points.ts';
import type { Language } from './speech.ts';

/** 12分, 0.5分, -89分; 12 points, 1 point. */
export function pointsWords(value: Points | string, language: Language): string {
  const text = typeof value === 'string' ? value : written(value);
  if (language === 'zh') return `${text}分`;
  return `${text} ${text === '1' || text === '-1' ? 'point' : 'points'}`;
}

/** With a sign, for a change: +3, -2, 0. */
export const signed = (value: Points): string => (value.gt(0) ? `+${written(value)}` : written(value));
