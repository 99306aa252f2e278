/** The built site in a headless Chromium: what the browser tests and the pictures look through. */
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { serve } from './serve.ts';
import { unpackedChromium } from './unpack.ts';

export interface View {
  /** Width of the window in CSS pixels; 1440 unless told. */
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** Whether scripts run; they do unless told. */
  readonly javaScript?: boolean;
}

export interface Site {
  /** Where the site begins, base path included. */
  readonly address: string;
  /** What went wrong behind the pages' backs: requests to other hosts, files that are missing, errors of scripts. */
  readonly complaints: readonly string[];
  /** Opens the page at `path`, relative to the start of the site (`''`, `ranking/2026-Q1/`). */
  openPage(path: string, view?: View): Promise<Page>;
  /** Ends browser and server; throws if there were complaints, so that no test can overlook them. */
  close(): Promise<void>;
}

/** Serves the built site in `folder` (dist/ unless told) under `base`, with a browser in front of it. */
export async function openSite({ folder = join(import.meta.dirname, '../../dist'), base = '/' } = {}): Promise<Site> {
  const served = await serve(folder, base);
  const browser = await launch();
  const complaints: string[] = [];
  return {
    address: served.address,
    complaints,
    openPage: async (path, view = {}) => {
      const page = await (await newContext(browser, served.address, view, complaints)).newPage();
      listen(page, complaints);
      await page.goto(new URL(path, served.address).href, { waitUntil: 'load' });
      return page;
    },
    close: async () => {
      await browser.close();
      await served.close();
      if (complaints.length > 0) throw new Error(`the site misbehaved:\n${complaints.join('\n')}`);
    },
  };
}

/** Works as root and in containers (no sandbox: the only pages it ever sees are ours) and calls nobody of its own accord. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const { file, environment } = unpackedChromium();
  return chromium.launch({
    executablePath: file,
    env: environment,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-pings',
      '--font-render-hinting=none',
      // Whatever slips past Playwright finds no host.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...more,
    ],
  });
}

async function newContext(browser: Browser, address: string, view: View, complaints: string[]): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: view.width ?? 1440, height: 900 },
    colorScheme: view.theme ?? 'light',
    javaScriptEnabled: view.javaScript ?? true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`forbidden by ${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`),
    );
  });
  await context.route(
    (url) => !isOurs(url, address),
    (route) => {
      complaints.push(`asked another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  return context;
}

const isOurs = (url: URL, address: string): boolean => url.origin === new URL(address).origin || url.protocol === 'data:' || url.protocol === 'blob:';

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`a script failed on ${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // Chromium repeats a missing file here; the response below says it better.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text().startsWith('forbidden by ') ? `${message.text()} on ${page.url()}` : `${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.status()} for ${response.url()} on ${page.url()}`);
  });
}
