/** A small bureau as the values of its files, for tests that spoil one thing at a time. */
export type Values = Map<string, unknown>;

export const SUBMISSION = 'data/submissions/jijin/2026/0305-a.yaml';
export const ADOPTION = 'data/adoptions/2026/0310-a.yaml';
export const INSTRUCTION = 'data/instructions/2026/0320-a.yaml';
export const OBLIGATION = 'data/obligations/2026/0301-k.yaml';
export const INCIDENT = 'data/incidents/2026/0401-x.yaml';

/** Two units, three people, three outlets, and one record of each kind; nothing is wrong with it. */
export const bureau = (): Values =>
  new Map<string, unknown>([
    ['data/site.yaml', { organisation: '某县医疗保障局', policies: ['county-2021'] }],
    [
      'data/units.yaml',
      {
        units: [
          { id: 'jijin', name: '基金监管股', short: '基金股', class: '机关股室' },
          { id: 'fuwu', name: '医保服务中心', class: '下属单位', from: '2026-01-01', to: '2026-12-31' },
        ],
      },
    ],
    [
      'data/people.yaml',
      {
        people: [
          { id: 'li', name: '李明', unit: '基金监管股' },
          { id: 'wang', name: '王芳', unit: 'fuwu' },
          { id: 'li-fuwu', name: '李明', unit: 'fuwu', aliases: ['李明(服务中心)'], from: '2026-02-01' },
        ],
      },
    ],
    [
      'data/outlets.yaml',
      {
        outlets: [
          { id: 'site', name: 'XX县人民政府官方网站', aliases: ['县政府网'], level: '县', channel: '政府网站' },
          { id: 'daily', name: '湛江日报', level: '市', channel: '报纸', print: true, from: '2026-01-01' },
          { id: 'evening', name: '湛江晚报', level: '市', channel: '报纸', print: true, editions: true },
          { id: 'evening-city', name: '湛江晚报(市区版)', level: '市', channel: '报纸', print: true, parent: '湛江晚报' },
        ],
      },
    ],
    [OBLIGATION, { kind: '约稿', title: '春季约稿', on: '2026-03-01', due: '2026-03-31', units: ['基金股'] }],
    [SUBMISSION, { title: '飞行检查', unit: '基金监管股', authors: ['li'], on: '2026-03-05', form: '综合', answers: '0301-k' }],
    [ADOPTION, { submission: '0305-a', outlet: '县政府网', on: '2026-03-10' }],
    [INSTRUCTION, { submission: '0305-a', level: '市', on: '2026-03-20' }],
    [INCIDENT, { unit: 'jijin', submission: '0305-a', kind: '负面炒作', on: '2026-04-01' }],
  ]);

/** The bureau with keys of one file set anew, or removed where null. */
export function spoilt(file: string, changes: Record<string, unknown>, values: Values = bureau()): Values {
  const record = { ...(values.get(file) as Record<string, unknown> | undefined), ...changes };
  values.set(file, Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)));
  return values;
}
