import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { giulia } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';
import { pages, taskPages } from './pages.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
let pausedId: string;
beforeAll(async () => {
  stack = await startConsole();
  const busy = await stack.createTask({ name: 'Corso di Marketing', source: 'zapier' });
  for (const end of ['1', '2', '3']) {
    await stack.send(busy, { ...giulia, phone: `+39347765432${end}` }, { 'idempotency-key': end });
  }
  const paused = await stack.createTask({ name: 'Open day di settembre', source: 'form' });
  await stack.api('POST', `/v1/tasks/${paused.id}/pause`);
  pausedId = paused.id;
});
afterAll(() => stack.close());

const addresses = [...pages, ...taskPages.map((tab) => `/tasks/:id/${tab}`)];

describe.each([
  { colors: 'light', language: 'en', width: 1280 },
  { colors: 'dark', language: 'it', width: 375 },
] as const)('in $colors colours, language $language, $width pixels wide', (look) => {
  let page: Page;
  beforeAll(async () => {
    page = await stack.openSignedIn('/tasks', look);
  });
  afterAll(() => page.context().close());

  browserTest.each(addresses)(
    'axe finds nothing at %s, and nothing is wider than the window',
    async (address) => {
      await page.goto(address.replace(':id', pausedId));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'hidden' });
      const name = address.slice(1).replaceAll('/', '-').replace(':id-', '');
      await stack.shoot(page, `${name}-${look.language}-${look.colors}-${look.width}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ help, nodes }) => `${help}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(stack.faults).toEqual([]);
    },
  );
});
