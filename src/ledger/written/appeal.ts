/** 申诉: a unit does not agree with what was counted, or with what a bulletin published; and what became of it. */
import { z } from 'zod';
import { Reference, say, Text, WrittenDay, WrittenPeriod } from './common.ts';
import { OPENNESS } from './records.ts';

const RESULTS = ['支持', '部分支持', '不支持'] as const;

const Decision = z.strictObject({
  on: WrittenDay.meta(say('决定日期', 'Day of the decision')),
  by: Text.meta(
    say('作出决定的部门、会议，或人员登记中的人员，如 办公室、局长办公会', 'The office or meeting that decided, or a person of the register'),
  ),
  result: z.enum(RESULTS).meta(say('结果：支持、部分支持、不支持', 'Result: upheld, upheld in part, rejected')),
  reasons: Text.meta(say('决定的理由（申诉公开的，随之公开）', 'Why (published where the appeal is)')),
  changed: z
    .array(Reference)
    .min(1)
    .optional()
    .meta(
      say(
        '因此改动、补记或删除的记录编号；改登记表、办法的写文件名，如 data/outlets.yaml',
        'Records that were changed, added or deleted because of it, by id; registers and ordinances by their file',
      ),
    ),
});

/** 申诉. data/appeals/<year>/<id>.yaml */
export const WrittenAppeal = z.strictObject({
  unit: Reference.meta(say('申诉单位', 'Unit that appeals')),
  person: Reference.optional().meta(say('申诉人', 'Person who appeals for it')),
  on: WrittenDay.meta(say('申诉日期', 'Day of the appeal')),
  item: Reference.optional().meta(
    say(
      '所申诉的记录编号：报送、采用、批示、任务、差错或上报数据',
      'Record it is about: submission, adoption, instruction, obligation, incident or figure',
    ),
  ),
  bulletin: WrittenPeriod.optional().meta(
    say('所申诉的通报，写周期，如 2026-10；与 item 至少写一个', 'Bulletin it is about, by its period; this or `item`'),
  ),
  clause: Text.optional().meta(say('所涉办法条款', 'Clause of the ordinance it is about')),
  asks: Text.meta(say('请求：要求怎样更正', 'What is asked for')),
  grounds: Text.meta(say('事实和理由', 'Facts and grounds')),
  proof: z.array(Text).optional().meta(say('佐证材料：文件名或说明（不公开）', 'Proof: file names or a description (not published)')),
  openness: z
    .enum(OPENNESS)
    .optional()
    .meta(say('公开属性（默认公开；所涉稿件不公开的，申诉一律不公开）', 'Openness （公开 unless given; never public where the item is not）')),
  late: Text.optional().meta(say('逾期提出而受理的，写明原因', 'Why it was admitted, where it came too late')),
  decision: Decision.optional().meta(say('决定；未决的不写', 'The decision; left out while it is open')),
  withdrawn: WrittenDay.optional().meta(say('撤回日期', 'Day on which it was withdrawn')),
  note: Text.optional().meta(say('备注（不公开）', 'Note (not published)')),
});
export type WrittenAppeal = z.infer<typeof WrittenAppeal>;
