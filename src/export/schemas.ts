/** JSON Schemas of everything that people write, made from the schemas that read it: for editors, and published with the site. */
import { z } from 'zod';
import { CaseFileForEditors } from '../cases/written.ts';
import { WrittenAppeal } from '../ledger/written/appeal.ts';
import { WrittenBulletin } from '../ledger/written/bulletin.ts';
import { WrittenActivity, WrittenFigure } from '../ledger/written/plan.ts';
import {
  WrittenDocuments,
  WrittenEpidemics,
  WrittenLecturers,
  WrittenMaterials,
  WrittenOfficers,
  WrittenOpinions,
  WrittenReleases,
  WrittenSpots,
} from '../ledger/written/plan-registers.ts';
import {
  WrittenAdoption,
  WrittenIncident,
  WrittenInstruction,
  WrittenObligation,
  WrittenSubmission,
  WrittenUnitFigure,
} from '../ledger/written/records.ts';
import { WrittenOutlets, WrittenPeople, WrittenSite, WrittenUnits } from '../ledger/written/registers.ts';
import { WrittenBulletinSettings } from '../ledger/written/wording.ts';
import { WrittenPolicy } from '../policy/written.ts';
import { WrittenPlan } from '../policy/written-plan.ts';

export const SCHEMA_KINDS = [
  'site',
  'units',
  'people',
  'outlets',
  'submission',
  'adoption',
  'instruction',
  'obligation',
  'incident',
  'figure',
  'appeal',
  'policy',
  'activity',
  'indicator',
  'lecturers',
  'spots',
  'materials',
  'documents',
  'officers',
  'releases',
  'opinions',
  'epidemics',
  'plan',
  'cases',
  'bulletins',
  'bulletin',
] as const;
export type SchemaKind = (typeof SCHEMA_KINDS)[number];

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

interface Form {
  readonly schema: z.ZodType;
  readonly title: string;
  readonly description: string;
}

const FORMS: Readonly<Record<SchemaKind, Form>> = {
  site: form(WrittenSite, '通报:安装设置 Tongbao: the installation', 'data/site.yaml'),
  units: form(WrittenUnits, '单位登记 Units', 'data/units.yaml'),
  people: form(WrittenPeople, '人员登记 People', 'data/people.yaml'),
  outlets: form(WrittenOutlets, '媒体登记 Outlets', 'data/outlets.yaml'),
  submission: form(WrittenSubmission, '报送 Submission', 'data/submissions/<unit>/<year>/<id>.yaml'),
  adoption: form(WrittenAdoption, '采用 Adoption', 'data/adoptions/<year>/<id>.yaml'),
  instruction: form(WrittenInstruction, '批示 Instruction', 'data/instructions/<year>/<id>.yaml'),
  obligation: form(WrittenObligation, '任务 Obligation', 'data/obligations/<year>/<id>.yaml'),
  incident: form(WrittenIncident, '差错 Incident', 'data/incidents/<year>/<id>.yaml'),
  figure: form(WrittenUnitFigure, '上报数据 Figure of a unit', 'data/figures/<year>/<id>.yaml'),
  appeal: form(WrittenAppeal, '申诉 Appeal', 'data/appeals/<year>/<id>.yaml'),
  policy: form(WrittenPolicy, '办法 Ordinance', 'policies/<id>.yaml'),
  activity: form(WrittenActivity, '宣传活动 Activity', 'data/activities/<year>/<id>.yaml'),
  indicator: form(WrittenFigure, '统计数据 Figure', 'data/indicators/<year>/<id>.yaml'),
  lecturers: form(WrittenLecturers, '讲师库 Lecturers', 'data/plan/lecturers.yaml'),
  spots: form(WrittenSpots, '宣传点位 Spots', 'data/plan/spots.yaml'),
  materials: form(WrittenMaterials, '工具书、宣传品 Materials', 'data/plan/materials.yaml'),
  documents: form(WrittenDocuments, '制度和预案 Documents', 'data/plan/documents.yaml'),
  officers: form(WrittenOfficers, '任职 Officers', 'data/plan/officers.yaml'),
  releases: form(WrittenReleases, '政策出台 Releases', 'data/plan/releases.yaml'),
  opinions: form(WrittenOpinions, '舆情 Opinions', 'data/plan/opinions.yaml'),
  epidemics: form(WrittenEpidemics, '疫情期间 Epidemics', 'data/plan/epidemics.yaml'),
  plan: form(WrittenPlan, '宣传工作方案 Publicity plan', 'policies/<id>.yaml'),
  cases: form(CaseFileForEditors, '办法的案例 Cases of an ordinance', 'policies/<id>.cases.yaml'),
  bulletins: form(WrittenBulletinSettings, '通报的设置 How bulletins are issued', 'data/bulletins.yaml'),
  bulletin: form(WrittenBulletin, '通报 Bulletin', 'data/bulletins/<period>.yaml'),
};

function form(schema: z.ZodType, title: string, description: string): Form {
  return { schema, title, description };
}

/** What a kind of file is called, in Chinese and English. */
export const titleOf = (kind: SchemaKind): string => FORMS[kind].title;

/** Whose parts recur so often that they are written once. */
const SHARING: readonly SchemaKind[] = ['policy', 'plan', 'cases'];

/** The schema of a kind of file, the same for every ledger: what a person may write, not what it is turned into. */
export function genericSchema(kind: SchemaKind): JsonSchema {
  const { schema, title, description } = FORMS[kind];
  const { $schema, ...keywords } = z.toJSONSchema(schema, {
    io: 'input',
    reused: SHARING.includes(kind) ? 'ref' : 'inline',
    override: withoutLimits,
  });
  return { $schema, title, description, ...keywords };
}

/** The largest number of JavaScript says nothing to a writer. */
function withoutLimits({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** The text of a schema file. */
export const schemaText = (schema: JsonSchema): string => `${JSON.stringify(schema, null, 2)}\n`;
