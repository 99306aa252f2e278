#!/usr/bin/env node
/**
 * The way in. Plain JavaScript that any Node.js parses: our TypeScript runs as it is written from Node.js 22.18 on, so an older one hands
 * over to the Node.js that `npm ci` puts into node_modules (npm and npx find it by themselves; Git hooks and editors do not).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 18];

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** The Node.js that npm installed beside this file, in any folder above it; null if there is none for this kind of machine. */
function installedNode() {
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', platform, 'bin', file);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) return null;
  }
}

/** Runs this command again with the installed Node.js and returns its exit code. */
function handOver() {
  const node = process.env.TONGBAO_HANDED_OVER ? null : installedNode();
  if (node) {
    const child = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, TONGBAO_HANDED_OVER: '1' } });
    if (!child.error) return child.status ?? 1;
  }
  console.error(
    `通报需要 Node.js ${NEEDED.join('.')} 或更高版本,当前为 ${process.versions.node}。请在本仓库目录运行 npm ci,或到 https://nodejs.org 安装新版 Node.js 后重试。\n` +
      `Tongbao needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Run "npm ci" in this repository, or install a newer Node.js from https://nodejs.org, and try again.`,
  );
  return 1;
}

if (isNewEnough()) {
  delete process.env.TONGBAO_HANDED_OVER;
  // What was compiled once is kept between commands, where Node keeps such things: a third off the time in which one starts.
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = handOver();
}
