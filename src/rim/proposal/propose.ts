/** From bulletins that are due to an open pull request. Run twice it does nothing the second time. */

import type { Ledger } from '../../model/records.ts';
import { bodyOf, type Described, outcomeWords, titleOf } from '../../words/proposal.ts';
import type { Said } from '../../words/speech.ts';
import type { Made } from '../bulletins.ts';
import { drawUp, type Make, type Proposal, push, type Wish } from './branch.ts';
import { type Clone, inClone } from './clone.ts';
import { type Host, hostFrom, identityFrom, mainBranchFrom } from './host.ts';
import { openPull } from './pulls.ts';
import { Unable } from './unable.ts';

export interface Proposing {
  readonly root: string;
  readonly repository: Ledger['site']['repository'];
  readonly wish: Wish;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly make: Make;
  /** What the pull request says of each; asked while the work tree of the proposal stands under `root`. */
  readonly describe: (root: string, bulletins: readonly Made[]) => readonly Described[];
  readonly tell: (said: Said) => void;
}

/** GitHub takes 65 536 characters; a push option, which is where GitLab's text goes, 65 515 bytes, of which a Chinese character has three. */
const MOST = { github: 65_000, gitea: 65_000, gitlab: 18_000, other: 0 } as const satisfies Readonly<Record<Host['kind'], number>>;

/** Proposes, and says what was done. What cannot be done at all is thrown as `Unable`. */
export async function propose(proposing: Proposing): Promise<Proposal> {
  const { root, repository, environment, wish, make, tell } = proposing;
  const host = hostFrom(environment, repository);
  const main = mainBranchFrom(environment, repository);
  return inClone({ root, main, token: host.token, identity: identityFrom(environment) }, async (clone) => {
    const proposal = drawUp(clone, wish, make);
    tellProposal(proposal, tell);
    if (proposal.branch !== null) await publish(clone, host, main, { ...proposal, branch: proposal.branch }, proposing);
    return proposal;
  });
}

function tellProposal({ state, branch, bulletins, refused }: Proposal, tell: Proposing['tell']): void {
  for (const { period, file } of bulletins) tell(outcomeWords.bulletin(period, file));
  if (state === 'nothing' && refused.length === 0) tell(outcomeWords.nothing);
  if (state === 'unchanged' && branch !== null) tell(outcomeWords.unchanged(branch));
}

type Drawn = Proposal & { readonly branch: string };

async function publish(clone: Clone, host: Host, main: string, drawn: Drawn, { describe, tell }: Proposing): Promise<void> {
  const { branch, state, bulletins } = drawn;
  if (bulletins.length === 0) return;
  const title = titleOf(bulletins.map(({ period }) => period));
  const body = bodyOf(describe(clone.root, bulletins), MOST[host.kind]);
  if (state === 'new' || state === 'renewed') {
    if (host.kind === 'gitlab') tell(pushToGitLab(clone, branch, main, gitLabOptions(main, title, body)));
    else push(clone, branch, []);
    tell(outcomeWords[state](branch));
  }
  if (host.kind === 'gitlab') return;
  if (host.kind === 'other') return tell(outcomeWords.byHand(branch, main));
  if (host.token === null) {
    tell(outcomeWords.noToken(host.kind));
    return tell(outcomeWords.byHand(branch, main));
  }
  const pull = await openPull(host, { branch, main, title, body });
  tell(outcomeWords.pull[pull.state](pull.url));
}

/** A push option is one line; GitLab makes `\n` in a description an end of line. An open merge request gets the new title and text. */
const gitLabOptions = (main: string, title: string, body: string): string[] => [
  'merge_request.create',
  `merge_request.target=${main}`,
  `merge_request.title=${title}`,
  `merge_request.description=${body.replaceAll('\n', '\\n')}`,
];

/** A remote that is no GitLab takes no push options: then a person opens the request. */
function pushToGitLab(clone: Clone, branch: string, main: string, options: readonly string[]): Said {
  try {
    push(clone, branch, options);
    return outcomeWords.gitlab;
  } catch (error) {
    if (!(error instanceof Unable) || !error.said.en.includes('does not support push options')) throw error;
    push(clone, branch, []);
    return outcomeWords.byHand(branch, main);
  }
}
