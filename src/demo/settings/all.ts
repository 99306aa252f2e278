import type { Setting } from '../setting.ts';
import { county } from './county.ts';
import { ganzhou } from './ganzhou.ts';
import { linyi } from './linyi.ts';
import { xinjiang } from './xinjiang.ts';

/** The ordinances for which there is a demonstration ledger. */
export const DEMO_POLICIES = ['county-2021', 'linyi-2020', 'ganzhou-2020', 'xinjiang-2022'] as const;
export type DemoPolicy = (typeof DEMO_POLICIES)[number];

export const settings: Readonly<Record<DemoPolicy, Setting>> = {
  'county-2021': county,
  'linyi-2020': linyi,
  'ganzhou-2020': ganzhou,
  'xinjiang-2022': xinjiang,
};
