import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Suppression } from '@taskhook/contracts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

const suppressed = async (): Promise<number> =>
  (await stack.api<{ items: Suppression[] }>('GET', '/v1/suppressions')).body.items.length;

browserTest('a person is suppressed, found by their number, and removed after all', async () => {
  const page = await stack.openSignedIn('/suppressions');
  await page.getByRole('heading', { name: 'Nobody is suppressed' }).waitFor();
  await page.getByRole('button', { name: 'Add' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Phone or e-mail').fill('+39 333 123 4567');
  await dialog.getByLabel('Note').fill('By telephone');
  await dialog.getByRole('button', { name: 'Suppress' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: /By telephone/ }).waitFor();
  const lookUp = async (address: string): Promise<void> => {
    await page.getByLabel('Phone or e-mail').fill(address);
    await page.getByRole('button', { name: 'Look up' }).click();
  };
  await lookUp('+393331234567');
  await page
    .getByRole('cell', { name: /By telephone/ })
    .nth(1)
    .waitFor();
  await lookUp('nobody@example.it');
  await page.getByText('Tasks may write to this address.').waitFor();
  await stack.shoot(page, 'suppressions-one');
  const remove = page.getByRole('button', { name: /^Remove / });
  await remove.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await remove.click();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).last().click();
  await expect.poll(suppressed).toBe(0);
  expect(stack.faults).toEqual([]);
});

browserTest('a list is taken in, and lines that cannot be read are told by their number', async () => {
  const page = await stack.openSignedIn('/suppressions');
  await page.getByRole('button', { name: 'Import a list' }).click();
  const list = 'name;phone\nAnna;+39 347 765 4321\nMario;mario@example.it\nUgo;12345';
  await page.getByRole('textbox', { name: 'List' }).fill(list);
  await page.getByRole('button', { name: 'Suppress 3 people' }).click();
  await page.getByText('2 addresses are suppressed').waitFor();
  await page.getByText('Line 4: the phone number is not valid').waitFor();
  await expect.poll(suppressed).toBe(2);
});
