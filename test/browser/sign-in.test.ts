import { afterAll, beforeAll, expect, vi } from 'vitest';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

browserTest(
  'a person signs in with the key, after being told that a wrong one is wrong, and comes to the page asked for',
  async () => {
    const page = await stack.openPage();
    await page.goto('/runs');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('API key', { exact: true }).fill('not-the-key');
    await page.keyboard.press('Enter');
    await page.getByText('This key is not valid').waitFor();
    await page.getByLabel('API key', { exact: true }).fill(stack.settings.adminKey);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/runs');
    expect(stack.faults).toEqual([]);
  },
);
