import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { test } from 'vitest';
import { buildConsole, findChromium } from '@taskhook/embedded';
import { startStack, type Stack } from '../e2e/stack.ts';

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a test, and what comes before it (the build, the services, the browser), may take on a busy machine. */
export const browserTimeouts = { testTimeout: 120_000, hookTimeout: 240_000 };

/** A test that is skipped where there is no Chromium; the set-up of the run has told why. */
// oxlint-disable-next-line vitest/no-disabled-tests, vitest/valid-title, vitest/expect-expect -- it makes tests and is none
export const browserTest = test.skipIf(findChromium(process.env) === undefined);

export interface PageOptions {
  language?: 'en' | 'it';
  colors?: 'light' | 'dark';
  /** In CSS pixels. */
  width?: number;
  height?: number;
}

/** The whole of Taskhook with the built console, and a browser. */
export interface ConsoleStack extends Stack {
  /** A fresh browser profile, not signed in; what goes wrong inside its pages is in `faults`. */
  openPage(options?: PageOptions): Promise<Page>;
  /** The same, signed in by a link and at the address. */
  openSignedIn(path: string, options?: PageOptions): Promise<Page>;
  /** Keeps a picture of the whole page in the folder that TASKHOOK_SCREENSHOTS names; nothing without it. */
  shoot(page: Page, name: string): Promise<void>;
  /** Errors, refusals of the content security policy, and requests to other hosts, of all pages. */
  faults: string[];
}

/** Starts the services on free ports and a browser. Ends with `close`. */
export async function startConsole(overrides: Record<string, string> = {}): Promise<ConsoleStack> {
  await buildConsole({ root: join(import.meta.dirname, '../..'), log: (line) => console.log(line) });
  const stack = await startStack(overrides);
  const browser = await launch().catch(async (error: unknown) => {
    await stack.close();
    throw error;
  });
  const faults: string[] = [];
  const openPage = async (options: PageOptions = {}): Promise<Page> => {
    const page = await (await newContext(browser, stack.registryUrl, options)).newPage();
    watch(page, stack.registryUrl, faults);
    return page;
  };
  return {
    ...stack,
    faults,
    openPage,
    shoot,
    openSignedIn: async (path, options) => {
      const page = await openPage(options);
      const { body } = await stack.api<{ path: string }>('POST', '/v1/session/links');
      await page.goto(body.path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(path);
      return page;
    },
    close: async () => {
      await browser.close();
      await stack.close();
    },
  };
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(process.env) ?? 'chromium',
    args: chromiumArguments,
  });
}

function newContext(
  browser: Browser,
  baseURL: string,
  { language = 'en', colors = 'light', width = 1280, height = 800 }: PageOptions,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    locale: language === 'it' ? 'it-IT' : 'en-GB',
    timezoneId: 'Europe/Rome',
    colorScheme: colors,
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

function watch(page: Page, ownUrl: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refused call is told here, too; what the page makes of it is what the tests look at.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(ownUrl) && !request.url().startsWith('blob:')) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['TASKHOOK_SCREENSHOTS'];
  if (folder === undefined || folder === '') return;
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  // As tall as the page: what is fixed reaches the end, and a list shows all its rows.
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
  await page.setViewportSize({ width, height });
}
