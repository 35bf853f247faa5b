import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';
import { startDemo, type Demo } from './demo.ts';
import { writePoints } from './demo-points.ts';
import { demoPages } from './pages.ts';

vi.setConfig(browserTimeouts);

/** With a folder for pictures every language is looked at in every theme and width, else two looks have it all. */
const isPictured = (process.env['TASKHOOK_SCREENSHOTS'] ?? '') !== '';
const few = [
  { colors: 'light', language: 'en', width: 1280 },
  { colors: 'dark', language: 'it', width: 375 },
] as const;
const all = (['light', 'dark'] as const).flatMap((colors) =>
  (['en', 'it'] as const).flatMap((language) => [1280, 375].map((width) => ({ colors, language, width }))),
);

let stack: ConsoleStack;
let demo: Demo;
beforeAll(async () => {
  stack = await startConsole();
  demo = await startDemo(stack);
  await writePoints(stack);
});
afterAll(async () => {
  await stack.close();
  await demo.close();
});

const none = { taskId: '', runId: '', entryId: '', connectionId: '' };
const names = Object.keys(demoPages(none));

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ help, nodes }) => `${help}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
    [],
  );
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(stack.faults).toEqual([]);
}

describe.each(isPictured ? all : few)(
  'in $colors colours, language $language, $width pixels wide',
  (look) => {
    let page: Page;
    beforeAll(async () => {
      page = await stack.openSignedIn('/tasks', look);
    });
    afterAll(() => page.context().close());

    browserTest.each(names)('axe finds nothing at %s, and nothing is wider than the window', async (name) => {
      await page.goto(demoPages(demo)[name] ?? '');
      await page.getByRole('heading').first().waitFor();
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'hidden' });
      await stack.shoot(page, `${name}-${look.language}-${look.colors}-${look.width}`);
      await expectAccessible(page);
    });

    browserTest('axe finds nothing at the sign-in page', async () => {
      const stranger = await stack.openPage(look);
      await stranger.goto('/sign-in?reason=expired');
      await stranger.getByRole('heading', { level: 1 }).waitFor();
      await stack.shoot(stranger, `sign-in-${look.language}-${look.colors}-${look.width}`);
      await expectAccessible(stranger);
      await stranger.context().close();
    });
  },
);
