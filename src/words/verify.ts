/** Words for what `tongbao verify` found out. */
import type { Tampering, Unproved, Verdict } from '../model/verification.ts';
import { listed, type Said, say, type Words } from './speech.ts';

export const VERDICTS: Readonly<Record<Verdict, Said>> = {
  identical: { zh: '一致', en: 'identical' },
  corrected: { zh: '有更正', en: 'corrected' },
  tampered: { zh: '被改动', en: 'tampered with' },
  unverified: { zh: '未能核验', en: 'unverified' },
};

const short = (commit: string): string => commit.slice(0, 10);

const UNCOMMITTED: Said = { zh: '尚未提交的改动', en: 'a change that is not committed' };

/** Who changed something: commits, or what is not committed yet. */
const byWhom = (by: readonly (string | null)[]): Said => ({
  zh: by.map((commit) => (commit === null ? UNCOMMITTED.zh : `提交 ${short(commit)}`)).join('、') || UNCOMMITTED.zh,
  en: by.map((commit) => (commit === null ? UNCOMMITTED.en : `commit ${short(commit)}`)).join(', ') || UNCOMMITTED.en,
});

type Telling<T extends { readonly code: string }> = { readonly [C in T['code']]: (fact: Extract<T, { readonly code: C }>) => Said<Words> };

const restore = (file: string): Said => ({
  zh: `请从 Git 恢复 ${file};要更正,请改记录,差额会自动记入下一期通报。`,
  en: `Restore ${file} from Git; to correct figures, correct the records, and the difference goes into the next bulletin by itself.`,
});

const tampering = (file: string): Telling<Tampering> => ({
  deleted: ({ by, cited }) => {
    const [who, those] = [byWhom(by), listed(cited)];
    return say(
      [`签发之后被删除(${who.zh}),而后面的通报 ${those.zh} 以它为依据。`, restore(file).zh],
      [`It was deleted after it had been issued (${who.en}), and the bulletin of ${those.en} rests on it.`, restore(file).en],
    );
  },
  changed: ({ by, changes }) => {
    const who = byWhom(by);
    const onlyDocument = changes.length > 0 && changes.every(({ path }) => path.startsWith('document.'));
    const what: Said = onlyDocument ? { zh: '文件部分', en: 'Its document' } : { zh: '内容', en: 'It' };
    return changes.length === 0
      ? say(
          [`签发之后文件的写法被改动(${who.zh})。`, restore(file).zh],
          [`The way it is written was changed after it had been issued (${who.en}).`, restore(file).en],
        )
      : say(
          [`签发之后${what.zh}被改动(${who.zh})。`, restore(file).zh],
          [`${what.en} was changed after it had been issued (${who.en}).`, restore(file).en],
        );
  },
  unreadable: () => say(['文件读不出通报。', restore(file).zh], ['The file cannot be read as a bulletin.', restore(file).en]),
  misnamed: ({ period }) =>
    say(
      [`文件里的周期是 ${period},与文件名不符。`, restore(file).zh],
      [`The period inside it is ${period}, not that of its name.`, restore(file).en],
    ),
  'seal-broken': () => say(['公布的内容与封签不符。', restore(file).zh], ['What it published does not match its seal.', restore(file).en]),
  'chain-broken': ({ cited }) =>
    say(
      [`它与后面的通报 ${listed(cited).zh} 所记的哈希不符。`, restore(file).zh],
      [`It does not match the hash that ${listed(cited).en} has of it.`, restore(file).en],
    ),
  'not-reproduced': ({ commit }) =>
    say(
      [`按提交 ${short(commit)} 时的记录和办法重新计算,结果与公布的不同。`, '公布的内容不是由当时的记录得出的:请查明签发前谁改过它,撤回后重新生成。'],
      [
        `The records and ordinances at commit ${short(commit)} give other figures than those published.`,
        'What was published does not follow from the records of its day: find out who changed it before it was signed; take it back and make it anew.',
      ],
    ),
  'false-cause': ({ commit, file: cause }) =>
    say(
      [`更正的原因写着提交 ${short(commit)} 改了 ${cause},而这次提交没有动过它。`, restore(file).zh],
      [`As a cause of a correction it names commit ${short(commit)} for ${cause}, which that commit did not touch.`, restore(file).en],
    ),
});

const unproved: Telling<Unproved> = {
  'no-git': () => say(['这台机器上没有 Git。', '请安装 Git 后再核验。'], ['There is no Git on this machine.', 'Install Git, then verify again.']),
  'no-repository': () =>
    say(
      ['这里不是 Git 仓库,无从知道签发时的内容。', '请在克隆的仓库中核验。'],
      ['This is no Git repository, so nobody knows what was issued.', 'Verify in a clone of the repository.'],
    ),
  'no-commit': () =>
    say(['仓库还没有提交。', '请先提交并合并通报。'], ['The repository has no commit yet.', 'Commit the bulletin and merge it first.']),
  shallow: () =>
    say(
      ['克隆是浅的,缺少签发时的历史。', '请运行 git fetch --unshallow;在 CI 中给检出步骤写上 fetch-depth: 0(GitLab 为 GIT_DEPTH: 0)。'],
      [
        'This clone is shallow: the history of the issue is not here.',
        'Run git fetch --unshallow; in CI give the checkout fetch-depth: 0 (GitLab: GIT_DEPTH: 0).',
      ],
    ),
  refused: ({ detail }) =>
    say([`Git 拒绝读取仓库:${detail}`, '请按它的提示处理。'], [`Git refuses to read the repository: ${detail}`, 'Do as it says.']),
  uncommitted: () =>
    say(
      ['尚未提交,还没有签发。', '请提交并合并,合并即签发。'],
      ['It is not committed, and so not issued yet.', 'Commit it and merge it: merging is signing.'],
    ),
  'not-understood': () =>
    say(
      ['这个版本的程序读不懂这个文件。', '请用生成它的版本核验(见其中的 evidence.program),或运行 tongbao check 查看哪里不对。'],
      [
        'This version of the program does not understand the file.',
        'Verify with the version that made it (evidence.program inside it), or see tongbao check for what is wrong.',
      ],
    ),
  'no-records': ({ commit }) =>
    say(
      [`提交 ${short(commit)} 中没有可用的记录或办法,无法重新计算。`, '请检查该提交的 data/site.yaml 和 policies/。'],
      [`Commit ${short(commit)} has no usable records or ordinances to compute it from.`, 'Look at data/site.yaml and policies/ in that commit.'],
    ),
  'other-program': ({ version, commit }) =>
    say(
      [`它由 ${version} 版计算,现在的版本按提交 ${short(commit)} 的记录算出的结果不同。`, `请检出程序的 ${version} 版标签再核验。`],
      [
        `It was computed by version ${version}; this version gives other figures from the records at commit ${short(commit)}.`,
        `Check out the tag of version ${version} of the program and verify with it.`,
      ],
    ),
  'unknown-commit': ({ commit, file }) =>
    say(
      [`更正的原因写着提交 ${short(commit)}(${file}),仓库里没有这次提交。`, '请取回全部历史;如果历史被改写过,请找保存原历史的仓库核验。'],
      [
        `As a cause of a correction it names commit ${short(commit)} (${file}), which is not in this repository.`,
        'Fetch the whole history; if history was rewritten, verify where the old one is kept.',
      ],
    ),
};

/** What shows that a bulletin was changed, and what to do. `file` is the bulletin’s. */
export function tamperingWords(fact: Tampering, file: string): Said<Words> {
  return (tampering(file)[fact.code] as (fact: Tampering) => Said<Words>)(fact);
}

/** What keeps a bulletin from being proved, and what to do. */
export const unprovedWords = (fact: Unproved): Said<Words> => (unproved[fact.code] as (fact: Unproved) => Said<Words>)(fact);

export const VERIFICATION = {
  issued: (commit: string, day: string, name: string): Said => ({
    zh: `签发:提交 ${short(commit)},${day},${name}`,
    en: `issued: commit ${short(commit)}, ${day}, ${name}`,
  }),
  edited: (commits: readonly string[]): Said => ({
    zh: `签发前由办公室修改:提交 ${commits.map(short).join('、')}`,
    en: `edited by the office before it was signed: commit ${commits.map(short).join(', ')}`,
  }),
  reissued: (commits: readonly string[]): Said => ({
    zh: `此前签发过又撤回:提交 ${commits.map(short).join('、')}`,
    en: `issued before and taken back: commit ${commits.map(short).join(', ')}`,
  }),
  computedFrom: (commit: string): Said => ({
    zh: `按提交 ${short(commit)} 的记录算出;此后到签发之间另有记录合并`,
    en: `follows from the records at commit ${short(commit)}; others were merged between then and the issue`,
  }),
  correction: (published: string | null): Said =>
    published === null
      ? { zh: '更正,待下期公布', en: 'correction, waiting for the next bulletin' }
      : { zh: `更正,已在 ${published} 公布`, en: `correction, published in ${published}` },
  change: { zh: '改动', en: 'change' },
  more: (count: number): Said => ({ zh: `另有 ${count} 处,见 --format json`, en: `${count} more, see --format json` }),
  missing: { zh: '(无)', en: '(none)' },
  withdrawn: (id: string, by: string | null): Said => {
    const who = byWhom([by]);
    return { zh: `${id} 签发后撤回(${who.zh})`, en: `${id} was issued and taken back (${who.en})` };
  },
  none: { zh: '还没有签发过通报。', en: 'No bulletin has been issued yet.' },
  tally: (counts: Readonly<Record<Verdict, number>>): Said => {
    const verdicts = (['identical', 'corrected', 'tampered', 'unverified'] as const).filter((verdict) => counts[verdict] > 0);
    const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
    return {
      zh: `共 ${all} 期:${verdicts.map((verdict) => `${counts[verdict]} 期${VERDICTS[verdict].zh}`).join(',')}。`,
      en: `${all} in all: ${verdicts.map((verdict) => `${counts[verdict]} ${VERDICTS[verdict].en}`).join(', ')}.`,
    };
  },
} as const;
