/** Words for owners that cannot be named. */
import type { OwnersFault } from '../filing/owners.ts';
import { listed, quoted, type Said, say, type Words } from './speech.ts';

type Telling = { readonly [C in OwnersFault['code']]: (fault: Extract<OwnersFault, { readonly code: C }>) => Said<Words> };

const WORDS: Telling = {
  'owners/no-office': ({ reviewers }) =>
    say(
      [
        '办公室没有可以指定的审核人。',
        reviewers.length === 0
          ? '请在 data/people.yaml 给办公室主任写上角色“办公室主任”,并写托管平台用户名 git.users。'
          : `请在 data/people.yaml 给${listed(reviewers).zh}写托管平台用户名 git.users。`,
      ],
      [
        'The office has nobody who could own its files.',
        reviewers.length === 0
          ? 'In data/people.yaml give its head the role 办公室主任 and a user name under git.users.'
          : `Give ${listed(reviewers).en} a user name under git.users in data/people.yaml.`,
      ],
    ),
  'owners/no-reviewer': ({ unit, roles }) =>
    say(
      [`${quoted(unit)}没有审核人,它的报送暂归办公室。`, `请在 data/people.yaml 给这个单位的一个人写上角色(${listed(roles).zh})和用户名 git.users。`],
      [
        `${quoted(unit)} has no reviewer; its filings go to the office for now.`,
        `In data/people.yaml give somebody of the unit one of the roles ${listed(roles).en} and a user name under git.users.`,
      ],
    ),
  'owners/no-user': ({ unit, reviewers }) =>
    say(
      [`${quoted(unit)}的审核人(${listed(reviewers).zh})没有托管平台用户名,它的报送暂归办公室。`, '请在 data/people.yaml 写上 git.users。'],
      [
        `The reviewers of ${quoted(unit)} (${listed(reviewers).en}) have no user name on the host; its filings go to the office for now.`,
        'Write it under git.users in data/people.yaml.',
      ],
    ),
  'owners/strange-user': ({ person, user }) =>
    say(
      [`${person}的用户名${quoted(user)}不是托管平台的用户名。`, '只能用字母、数字和 . _ -,不带网址、空格或邮箱;请改正 git.users。'],
      [
        `${person}’s user name ${quoted(user)} is none that a host knows.`,
        'It takes letters, digits and . _ - only: no address, blank or e-mail. Correct git.users.',
      ],
    ),
};

export function ownersWords(fault: OwnersFault): Said<Words> {
  const speak = WORDS[fault.code] as (fault: OwnersFault) => Said<Words>;
  return speak(fault);
}
