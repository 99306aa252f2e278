/** A real Git repository in a folder of its own, which knows nothing of the settings of whoever runs the tests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newFolder } from './root.ts';

const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: '李四',
  GIT_AUTHOR_EMAIL: 'lisi@example.gov.cn',
  GIT_COMMITTER_NAME: '王五',
  GIT_COMMITTER_EMAIL: 'wangwu@example.gov.cn',
};

export class Repository {
  readonly folder: string;
  private clock = 0;
  /** Who commits, where it is somebody else: `GIT_AUTHOR_NAME` and the like. */
  people: Readonly<Record<string, string>> = {};
  /** On which day. */
  day = '2026-01-01';

  constructor(folder: string = newFolder()) {
    this.folder = folder;
  }

  /** An empty repository on the branch `main`. */
  static create(): Repository {
    const repository = new Repository();
    repository.git('init', '--quiet', '--initial-branch', 'main');
    return repository;
  }

  /** Runs `git` and gives what it says. Every call is a second after the last, so that commits have an order. */
  git(...args: string[]): string {
    const date = `${this.day}T00:${String(Math.floor(this.clock / 60) % 60).padStart(2, '0')}:${String(this.clock++ % 60).padStart(2, '0')}+08:00`;
    const env = { ...process.env, ...ENVIRONMENT, ...this.people, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', args, { cwd: this.folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  delete(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** Commits all that lies there, and gives the commit. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Writes these files and commits them. */
  commitFiles(message: string, files: Readonly<Record<string, string>>): string {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    return this.commit(message);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
