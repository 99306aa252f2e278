/** Which host keeps the repository, and how it is spoken to: by its environment in CI, by data/site.yaml elsewhere. */
import type { Ledger } from '../../model/records.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Repository = Ledger['site']['repository'];

/** GitHub and Gitea open pull requests by the same REST calls; GitLab opens merge requests by push options; elsewhere a person does. */
export type Host =
  | {
      readonly kind: 'github' | 'gitea';
      /** The address of its API, without a slash at the end. */
      readonly api: string;
      /** owner/name */
      readonly repository: string;
      readonly token: string | null;
    }
  | { readonly kind: 'gitlab'; readonly token: string | null }
  | { readonly kind: 'other'; readonly token: null };

export function hostFrom(environment: Environment, repository: Repository): Host {
  const { GITEA_ACTIONS: gitea, GITHUB_ACTIONS: github, GITLAB_CI: gitlab } = environment;
  const token = firstOf(environment, 'TONGBAO_TOKEN', 'GITHUB_TOKEN', 'GITEA_TOKEN');
  // Gitea says GITHUB_ACTIONS too, so it is asked first.
  if (gitea === 'true') return { kind: 'gitea', ...actionsIn(environment), token };
  if (github === 'true') return { kind: 'github', ...actionsIn(environment), token };
  if (gitlab === 'true') return { kind: 'gitlab', token: firstOf(environment, 'TONGBAO_TOKEN') };
  return hostOf(environment, repository);
}

const firstOf = (environment: Environment, ...names: readonly string[]): string | null =>
  names.map((name) => environment[name]).find((value) => value !== undefined && value !== '') ?? null;

const actionsIn = ({ GITHUB_API_URL = '', GITHUB_REPOSITORY = '' }: Environment): { api: string; repository: string } => ({
  api: GITHUB_API_URL.replace(/\/+$/, ''),
  repository: GITHUB_REPOSITORY,
});

/** On somebody's own machine. Their Git knows how to push; the API needs a token, and no host is sent another's. */
function hostOf(environment: Environment, repository: Repository): Host {
  if (repository === null) return { kind: 'other', token: null };
  const { origin, hostname, pathname } = new URL(repository.url);
  const named = pathname.replace(/^\/|\/$|\.git$/g, '');
  const token = (...names: readonly string[]): string | null => firstOf(environment, 'TONGBAO_TOKEN', ...names);
  switch (repository.host) {
    case 'github': {
      const api = hostname === 'github.com' ? 'https://api.github.com' : `${origin}/api/v3`;
      return { kind: 'github', api, repository: named, token: token('GITHUB_TOKEN') };
    }
    case 'gitea':
      return { kind: 'gitea', api: `${origin}/api/v1`, repository: named, token: token('GITEA_TOKEN') };
    case 'gitlab':
      return { kind: 'gitlab', token: token() };
    case 'gitee':
      return { kind: 'other', token: null };
  }
}

/** The main branch: GitLab says its name, and everyone else writes it into data/site.yaml. */
export const mainBranchFrom = (environment: Environment, repository: Repository): string =>
  environment.CI_DEFAULT_BRANCH || repository?.branch || 'main';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Whose name stands on the commits where Git has been told none: whoever started the pipeline, or the host's own robot. */
export function identityFrom(environment: Environment): Identity {
  const { GITLAB_USER_NAME: name, GITLAB_USER_EMAIL: email } = environment;
  if (name && email) return { name, email };
  if (environment.GITEA_ACTIONS === 'true') return { name: 'gitea-actions[bot]', email: 'gitea-actions@noreply.invalid' };
  if (environment.GITHUB_ACTIONS === 'true') return { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
  return { name: '通报', email: 'tongbao@noreply.invalid' };
}
