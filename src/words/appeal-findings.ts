/** Words for appeals that contradict themselves, or what they speak of. */
import type { AppealFault } from '../model/finding.ts';
import { meant, quoted, type Speech, say } from './speech.ts';

export const appealWords: Speech<AppealFault> = {
  'appeal/about-nothing': () =>
    say(
      ['没有写明对什么申诉。', '请写 item(记录编号)或 bulletin(通报的周期,如 2026-10),至少写一个。'],
      ['It does not say what it is about.', 'Write `item` (the id of a record) or `bulletin` (the period, such as 2026-10), or both.'],
    ),
  'appeal/before-filing': ({ what, on, filed }) =>
    say(
      [`${WHAT[what].zh}日期 ${on} 早于申诉日期 ${filed}。`, '请核对两个日期。'],
      [`The ${WHAT[what].en} of ${on} comes before the appeal of ${filed}.`, 'Check both days.'],
    ),
  'appeal/withdrawn-and-decided': ({ withdrawn, decided }) =>
    say(
      [`申诉已于 ${withdrawn} 撤回,又写了 ${decided} 的决定。`, '撤回的不再决定:请删去 withdrawn 或 decision 中的一个。'],
      [
        `The appeal was withdrawn on ${withdrawn}, and there is a decision of ${decided}.`,
        'What is withdrawn is not decided: remove `withdrawn` or `decision`.',
      ],
    ),
  'appeal/unknown-bulletin': ({ named, nearest }) =>
    say(
      [`没有签发过 ${named} 的通报。`, `${meant(nearest).zh}请写通报的周期;通报还没有签发的,只写 item。`],
      [
        `No bulletin of ${named} has been issued.`,
        `${meant(nearest).en}Write the period of the bulletin; before it is issued, \`item\` alone will do.`,
      ],
    ),
  'appeal/unknown-clause': ({ clause, nearest }) =>
    say(
      [`使用的办法中没有${quoted(clause)}这一条款。`, `${meant(nearest).zh}请照办法 clauses 中的写法填写。`],
      [`No ordinance in use has a clause ${quoted(clause)}.`, `${meant(nearest).en}Write it as it stands under \`clauses\` of the ordinance.`],
    ),
  'appeal/not-covered': ({ item, bulletin }) =>
    say(
      [`${bulletin} 的通报不包括${quoted(item)}:它的报送、采用等日期都不在这一周期,通报的明细里也没有它。`, '请核对 item 和 bulletin。'],
      [
        `The bulletin of ${bulletin} has nothing to do with ${quoted(item)}: none of its days lie in the period, and no credit of it is listed.`,
        'Check `item` and `bulletin`.',
      ],
    ),
  'appeal/late': ({ on, due, clause }) =>
    say(
      [`申诉于 ${on} 提出,超过期限 ${due}(${clause})。`, '不予受理的,请写决定(不支持);有正当理由而受理的,请在 late 写明。'],
      [
        `The appeal of ${on} came after the last day, ${due} (${clause}).`,
        'Reject it in `decision`, or, where there is a reason to admit it, say so under `late`.',
      ],
    ),
  'appeal/unknown-change': ({ named, nearest }) =>
    say(
      [
        `没有编号为${quoted(named)}的记录,已签发的通报也不曾依据它。`,
        `${meant(nearest).zh}请写改动的记录编号;改登记表、办法的,写文件名,如 data/outlets.yaml。`,
      ],
      [
        `There is no record ${quoted(named)}, and no bulletin ever rested on one.`,
        `${meant(nearest).en}Write the id of the record that was changed, or the file of a register or ordinance, such as data/outlets.yaml.`,
      ],
    ),
  'appeal/upheld-without-change': () =>
    say(
      ['支持了申诉,却没有写明改了哪条记录。', '请改正记录,并在 decision 的 changed 写上它们的编号:下一期通报的更正据此注明申诉编号。'],
      [
        'The appeal is upheld, and nothing says which record was changed.',
        'Correct the records and name them under `changed`: the correction in the next bulletin then names the appeal.',
      ],
    ),
  'appeal/rejected-with-change': () =>
    say(
      ['没有支持申诉,却写了因此改动的记录。', '请核对 result;确有改动的,应写 支持 或 部分支持。'],
      [
        'The appeal is rejected, and yet records are said to have been changed because of it.',
        'Check `result`: with changes it is 支持 or 部分支持.',
      ],
    ),
};

const WHAT = { decision: { zh: '决定', en: 'decision' }, withdrawal: { zh: '撤回', en: 'withdrawal' } } as const;
