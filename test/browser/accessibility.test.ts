import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browserTimeouts, startConsole, type ConsoleStack } from './console.ts';
import { pages, taskPages } from './pages.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
let taskPath: string;
beforeAll(async () => {
  stack = await startConsole();
  await stack.createTask({ name: 'Corso di Marketing', source: 'meta' });
  const paused = await stack.createTask({ name: 'Open day di settembre', source: 'form' });
  await stack.api('POST', `/v1/tasks/${paused.id}/pause`);
  taskPath = `/tasks/${paused.id}`;
});
afterAll(() => stack.close());

const looks = [
  { colors: 'light', language: 'en', width: 1280 },
  { colors: 'dark', language: 'it', width: 375 },
] as const;

test.each(looks)(
  'axe finds nothing on any page ($colors, $language, $width px)',
  async (look) => {
    const page = await stack.openSignedIn('/tasks', look);
    for (const path of [...pages, ...taskPages.map((tab) => `${taskPath}/${tab}`)]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await stack.shoot(
        page,
        `${path
          .slice(1)
          .replace(/\/tsk_\w+/, '')
          .replaceAll('/', '-')}-${look.language}-${look.colors}-${look.width}`,
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, `${path}: ${violations.map(({ help }) => help).join('; ')}`).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow, `${path} is wider than the window`).toBeLessThanOrEqual(0);
    }
    expect(stack.faults).toEqual([]);
  },
  120_000,
);
