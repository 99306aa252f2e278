/** What differs between the ordinances for which a demonstration ledger can be written: the words, the units, the outlets. */
import type { CHANNELS } from '../ledger/written/registers.ts';
import type { Level } from '../model/records.ts';

export interface DemoUnit {
  readonly name: string;
  readonly class: string;
}

export interface DemoOutlet {
  readonly id: string;
  readonly name: string;
  readonly level?: Level | '未定';
  readonly channel: (typeof CHANNELS)[number];
  readonly print?: true;
  readonly own?: true;
  readonly aliases?: readonly string[];
  /** Some items are only forwarded to it (上报). */
  readonly forwards?: true;
  /** How often it adopts, as against the others. */
  readonly often: number;
  /** It takes up to so many days. */
  readonly within: number;
}

/** Words of one key of a submission; each is as likely as the others. */
type Words = readonly [string, ...string[]];

export interface DemoLeader {
  readonly level: Level | '部委';
  readonly rank: string;
}

export interface Setting {
  readonly policy: string;
  readonly organisation: string;
  /** How titles call the region: 南渡县, 临沂 … */
  readonly region: string;
  /** The units that come first, in this order. */
  readonly units: readonly [DemoUnit, ...DemoUnit[]];
  /** The units after those, one or more for a place. */
  readonly more: readonly [(place: string) => DemoUnit, ...((place: string) => DemoUnit)[]];
  readonly outlets: readonly [DemoOutlet, ...DemoOutlet[]];
  readonly forms?: Words;
  readonly categories?: Words;
  readonly streams?: true;
  readonly incidents?: Words;
  /** Obligations: who commissions, and whether meetings and policies have to be answered too. */
  readonly commissions?: { readonly by: Words; readonly events: boolean };
  readonly leaders: readonly [DemoLeader, ...DemoLeader[]];
  /** Composite items with 单 and 综. */
  readonly composites?: true;
}
