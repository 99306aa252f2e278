/** 表扬: who is commended, as far as it is published. */
import type { Published } from '../../ledger/written/bulletin.ts';
import { nameOf } from './figures.ts';

export type Award = Published['awards'][number];

/** Those of persons only where persons are shown. */
export const awardsIn = ({ awards, people }: Published): Award[] => awards.filter(({ of }) => of === 'units' || people);

/** The name of who is commended: of a unit or of a person. */
export const laureate = (who: string, { of }: Award, published: Published): string => (of === 'units' ? nameOf(published, who) : who);
