import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SETUP_MS, startConsole, type ConsoleStack } from './console.ts';
import { pages } from './pages.ts';

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
}, SETUP_MS);
afterAll(() => stack.close());

const looks = [
  { colors: 'light', language: 'en', width: 1280 },
  { colors: 'dark', language: 'it', width: 375 },
] as const;

test.each(looks)(
  'axe finds nothing on any page ($colors, $language, $width px)',
  async (look) => {
    const page = await stack.openSignedIn('/tasks', look);
    for (const path of pages) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, `${path}: ${violations.map(({ help }) => help).join('; ')}`).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${path} is wider than the window`).toBeLessThanOrEqual(0);
    }
    expect(stack.faults).toEqual([]);
  },
  120_000,
);
