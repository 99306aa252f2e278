/** Words for issued bulletins that are not what was issued, or do not fit the others. */
import type { BulletinFault } from '../model/finding.ts';
import { meant, quoted, type Speech, say } from './speech.ts';

export const bulletinWords: Speech<BulletinFault> = {
  'bulletin/file-is-not-period': ({ period }) =>
    say(
      [`文件名与其中的周期“${period}”不一致。`, `请把文件改名为 data/bulletins/${period}.yaml。`],
      [`The file is not named after its period, ${period}.`, `Rename it to data/bulletins/${period}.yaml.`],
    ),
  'bulletin/seal-broken': () =>
    say(
      ['这期通报公布的内容被改动过:与封签不符,不予采用。', '请从 Git 恢复原文件;要更正,请改记录,差额会自动记入下一期通报。'],
      [
        'What this bulletin published has been changed: it does not match its seal and is not used.',
        'Restore the file from Git; to correct figures, correct the records, and the difference goes into the next bulletin by itself.',
      ],
    ),
  'bulletin/chain-broken': ({ on }) =>
    say(
      [`它依据的上一期通报 ${on} 在它之后被改动过。`, `请从 Git 恢复 data/bulletins/${on}.yaml,再运行 tongbao verify。`],
      [`The bulletin ${on}, on which it rests, has been changed since.`, `Restore data/bulletins/${on}.yaml from Git, then run tongbao verify.`],
    ),
  'bulletin/rests-on-missing': ({ on }) =>
    say(
      [`它依据的上一期通报 ${on} 不在或不能采用。`, `请从 Git 恢复 data/bulletins/${on}.yaml。`],
      [`The bulletin ${on}, on which it rests, is not there or cannot be used.`, `Restore data/bulletins/${on}.yaml from Git.`],
    ),
  'bulletin/overlap': ({ other }) =>
    say(
      [`与通报 ${other} 有部分日期重叠。`, '两期通报要么互不重叠,要么一期完全包含另一期;请删去其中未签发的一期。'],
      [
        `It overlaps the bulletin ${other} in part.`,
        'Of two bulletins one contains the other, or they share no day; remove the one that has not been signed.',
      ],
    ),
  'bulletin/closed-twice': ({ other, from, to }) =>
    say(
      [`${from} 至 ${to} 已由通报 ${other} 结账,这里又结了一次。`, '请删去后提出的一期,合并前一期之后重新生成。'],
      [
        `The days ${from} to ${to} are closed by the bulletin ${other} already.`,
        'Remove the one proposed later, and make it anew once the other is merged.',
      ],
    ),
  'bulletin/gap': ({ before, from, to }) =>
    say(
      [`通报 ${before} 之后,${from} 至 ${to} 没有通报。`, '请补发这段日期的通报(tongbao bulletin 周期)。'],
      [`No bulletin covers ${from} to ${to}, after the bulletin ${before}.`, 'Issue the missing one (tongbao bulletin PERIOD).'],
    ),
  'bulletin/in-the-future': ({ to, today }) =>
    say(
      [`周期到 ${to} 才结束,今天是 ${today},还不能通报。`, '请删去这个文件,周期结束后再生成。'],
      [`The period ends on ${to} and today is ${today}: it cannot have been issued.`, 'Remove the file, and make it when the period is over.'],
    ),
  'bulletin/wording': ({ detail }) =>
    say(
      [`措辞模板有误:${detail.zh}`, '请对照其他模板改正;{{ }} 中只能写已有的名称。'],
      [`The template is faulty: ${detail.en}`, 'Correct it after the others; only names that exist can stand in {{ }}.'],
    ),
  'bulletin/unknown-class': ({ named, nearest }) =>
    say(
      [`使用中的办法没有名为${quoted(named)}的媒体级别。`, `${meant(nearest).zh}请改正,或从 notable 中删去。`],
      [`No ordinance in use has a class of outlets named ${quoted(named)}.`, `${meant(nearest).en}Correct it, or take it out of \`notable\`.`],
    ),
};
