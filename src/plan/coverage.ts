/** 覆盖情况: which topic was made known through which channel, and where nothing was. */
import type { Day } from '../model/day.ts';
import type { Activity } from '../model/plan.ts';
import type { Way } from '../policy/plan.ts';
import type { Scope } from './scope.ts';

/** A topic, or one of its sub-topics, with its activities by channel. */
export interface CoverageRow {
  readonly topic: string;
  readonly subtopic: string | null;
  /** To be made known in moderation. */
  readonly inModeration: boolean;
  /** Channel → activities; only channels that have some. */
  readonly cells: ReadonlyMap<string, readonly Activity[]>;
  /** Families of channels through which nothing was made known. */
  readonly gaps: readonly string[];
}

export interface CoveredWay extends Way {
  readonly activities: number;
  /** The last day on which it was used up to the last day seen, in the period or before. */
  readonly last: Day | null;
}

export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly ways: readonly CoveredWay[];
  /** Activities by emphasis; one may serve several. */
  readonly emphases: ReadonlyMap<string, readonly Activity[]>;
}

export function coverageOf(scope: Scope): Coverage {
  const { plan, activities } = scope;
  return {
    rows: Object.entries(plan.topics).flatMap(([topic, { subtopics, in_moderation }]) => {
      const ofTopic = activities.filter((activity) => activity.topic === topic);
      return [null, ...subtopics].map((subtopic) => {
        const own = subtopic === null ? ofTopic : ofTopic.filter((activity) => activity.subtopic === subtopic);
        return { topic, subtopic, inModeration: in_moderation, ...cellsOf(own, plan.ways) };
      });
    }),
    ways: plan.ways.map((way) => ({ ...way, ...useOf(way.name, scope) })),
    emphases: new Map(plan.emphases.names.map((name) => [name, activities.filter(({ emphases }) => emphases.includes(name))])),
  };
}

function cellsOf(activities: readonly Activity[], ways: readonly Way[]): Pick<CoverageRow, 'cells' | 'gaps'> {
  const cells = Map.groupBy(activities, ({ channel }) => channel);
  const families = [...new Set(ways.map(({ family }) => family))];
  return { cells, gaps: families.filter((family) => !ways.some((way) => way.family === family && cells.has(way.name))) };
}

function useOf(name: string, { records, activities, until }: Scope): { activities: number; last: Day | null } {
  const days = [...records.activities.values()].filter(({ channel, on }) => channel === name && on <= until).map(({ on }) => on);
  return { activities: activities.filter(({ channel }) => channel === name).length, last: days.sort().at(-1) ?? null };
}
