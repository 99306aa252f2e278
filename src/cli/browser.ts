/** A browser for printing: the one that is named, one that is installed, or one that an npm package brings. */
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { PACKAGE } from './package.ts';
import { chromiumIn, fontsIn, packagedVersion, unpackChromium } from './packaged-chromium.ts';
import { Usage } from './usage.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts a browser. `TONGBAO_BROWSER` names one; otherwise Chrome, Edge and Chromium are looked for where they are usually installed and on the
 * path, then the package. It is started before anything is built, so that nobody waits for a build that cannot be finished.
 */
export async function startBrowser(environment: Environment): Promise<Browser> {
  const named = environment.TONGBAO_BROWSER;
  if (named) return (await started({ executablePath: named }, environment)) ?? refuse(named);
  for (const channel of ['chrome', 'msedge']) {
    const browser = await started({ channel }, environment);
    if (browser) return browser;
  }
  for (const executablePath of [...onPath(environment), ...packaged()]) {
    const browser = await started(typeof executablePath === 'string' ? { executablePath } : executablePath, environment);
    if (browser) return browser;
  }
  throw new Usage(
    '找不到浏览器,不能生成 PDF。请安装 Chrome、Edge 或 Chromium,或用环境变量 TONGBAO_BROWSER 写明浏览器程序的路径;不要 PDF 就去掉 --pdf。',
    'No browser was found, so no PDF can be made. Install Chrome, Edge or Chromium, name the program in TONGBAO_BROWSER, or leave out --pdf.',
  );
}

function refuse(named: string): never {
  throw new Usage(
    `TONGBAO_BROWSER 指的程序不能启动:${named}。请写 Chrome、Edge 或 Chromium 的可执行文件的完整路径。`,
    `The program that TONGBAO_BROWSER names does not start: ${named}. Write the full path of Chrome, Edge or Chromium.`,
  );
}

/** Null where there is none, or it does not start. No sandbox, as it is to work in containers: the only pages it ever sees are ours, and it finds no host. */
async function started(options: LaunchOptions, environment: Environment): Promise<Browser | null> {
  const env = { ...defined(environment), ...defined(options.env ?? {}) };
  // Loaded when a browser is wanted: it takes longer than many a command.
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ ...options, env, chromiumSandbox: false, args: ARGUMENTS });
  } catch {
    return null;
  }
}

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

const onPath = ({ PATH = '' }: Environment): string[] =>
  PATH.split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .filter(isProgram);

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** The browser of the package, unpacked if need be, with the fonts of this machine. */
function* packaged(): Generator<LaunchOptions> {
  const version = packagedVersion();
  if (version === null || process.platform !== 'linux' || process.arch !== 'x64') return;
  const folder = join(PACKAGE, 'node_modules', '.tongbao', `chromium-${version}`);
  const fonts = [
    join(folder, 'fonts'),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.fonts'),
    join(homedir(), '.local/share/fonts'),
  ];
  unpackChromium(folder, fontsIn(fonts, join(folder, 'fonts-cache')));
  const { file, environment } = chromiumIn(folder);
  yield { executablePath: file, env: environment };
}

const defined = (environment: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
