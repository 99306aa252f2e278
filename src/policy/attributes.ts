/** The attributes that conditions and tables of an ordinance may name, with what they mean. Scoring answers for each of them. */
export const ATTRIBUTES = {
  form: '体裁(采用按刊发体裁,报送按报送体裁)',
  filed_form: '报送体裁',
  category: '信息类别',
  stream: '政务或党务',
  openness: '公开属性',
  important: '是否重要稿件',
  sensitive: '是否涉及重大敏感事件',
  length: '字数',
  authors: '作者人数',
  answers: '所答复任务的类型(约稿、会议、政策),没有为 null',
  timely: '答复是否按时',
  target_class: '拟投送媒体的级名',
  outlet: '媒体全称',
  class: '媒体在本办法中的级名',
  level: '媒体或批示领导的级别',
  channel: '媒体渠道',
  print: '是否纸质',
  own: '是否自有平台',
  reprint: '是否转载',
  stage: '采用或上报',
  position: '版面位置',
  rank: '批示领导职务',
  affirmative: '是否肯定性批示',
  kind: '任务或差错的类型',
  outcome: '任务结果:按时、逾期、未按时',
  count: '差错处数',
  unit: '单位全称',
  unit_class: '单位类别',
  mark: '单或综',
} as const;

/** The attributes of a unit: what `each`, `subjects` and quota tables may name. */
export const UNIT_ATTRIBUTES = ['unit', 'unit_class'] as const;

/** The attributes by which an ordinance may classify an outlet. */
export const OUTLET_ATTRIBUTES = ['name', 'level', 'channel', 'print', 'own', 'id'] as const;
