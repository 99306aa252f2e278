/** Merges a pull request of GitHub with a message that names who approved it. GitHub has no template for that. */
import { type Message, messageOf, privateAddress, type Review, type Reviews, reviewsOf } from '../approval/message.ts';
import type { Ledger } from '../model/records.ts';
import { mergeWords } from '../words/merge.ts';
import { type Host, hostFrom } from './proposal/host.ts';
import { call } from './proposal/pulls.ts';
import { Unable } from './proposal/unable.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type GitHub = Extract<Host, { kind: 'github' | 'gitea' }>;

interface Pull {
  readonly title: string;
  readonly html_url: string;
  readonly merged: boolean;
  readonly head: { readonly sha: string };
  readonly base: { readonly ref: string };
}

interface WrittenReview {
  readonly user: { readonly login: string; readonly id: number } | null;
  readonly state: string;
  readonly commit_id: string | null;
}

export interface Merged extends Reviews {
  readonly message: Message;
}

/** Refused where nobody approved what is to be merged, or somebody asked for changes. The host itself refuses what its branch rules forbid. */
export async function mergePull(number: number, environment: Environment, repository: Ledger['site']['repository']): Promise<Merged> {
  const host = hostFrom(environment, repository);
  if (host.kind !== 'github') throw new Unable(mergeWords.onlyGitHub);
  if (host.token === null) throw new Unable(mergeWords.noToken);
  const pull = await call<Pull>(host, 'GET', `/pulls/${number}`);
  if (pull.merged) throw new Unable(mergeWords.merged(number));
  const reviews = reviewsOf(await reviewsFrom(host, number), pull.head.sha);
  if (reviews.refused.length > 0) throw new Unable(mergeWords.refused(reviews.refused.map(({ login }) => login)));
  if (reviews.approved.length === 0) throw new Unable(mergeWords.nobody(reviews.stale.map(({ login }) => login)));
  const message = messageFor(number, pull, reviews, environment);
  // The host merges this very commit or nothing: a push in between would bring what nobody approved.
  const wish = { commit_title: message.title, commit_message: message.body, sha: pull.head.sha, merge_method: 'merge' };
  await call(host, 'PUT', `/pulls/${number}/merge`, wish);
  const { TONGBAO_DISPATCH: workflow } = environment;
  if (workflow) await call(host, 'POST', `/actions/workflows/${encodeURIComponent(workflow)}/dispatches`, { ref: pull.base.ref });
  return { ...reviews, message };
}

async function reviewsFrom(host: GitHub, number: number): Promise<Review[]> {
  const all: WrittenReview[] = [];
  for (let page = 1; page <= 20; page++) {
    const some = await call<readonly WrittenReview[]>(host, 'GET', `/pulls/${number}/reviews?per_page=100&page=${page}`);
    all.push(...some);
    if (some.length < 100) break;
  }
  return all.flatMap(({ user, state, commit_id: commit }) =>
    user === null ? [] : [{ login: user.login, id: user.id, state, commit: commit ?? '' }],
  );
}

function messageFor(number: number, { title, html_url: url }: Pull, { approved }: Reviews, { GITHUB_TRIGGERING_ACTOR: actor }: Environment): Message {
  return messageOf({
    title,
    number,
    url,
    approved: approved.map(({ login, id }) => ({ name: login, email: privateAddress(login, id) })),
    mergedBy: actor ? { name: actor, email: privateAddress(actor, null) } : null,
  });
}
