import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Task } from '@taskhook/contracts';
import { giulia } from '../e2e/leads.ts';
import { browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

const taskNow = async (id: string) => (await stack.api<Task>('GET', `/v1/tasks/${id}`)).body;

test('a person picks the sender, follows its guide with the own address, and sees a sample arrive', async () => {
  const task = await stack.createTask({ name: 'Corso di Marketing', source: 'form' });
  const page = await stack.openSignedIn(`/tasks/${task.id}/connect`);
  await page.getByRole('button', { name: 'Connect it' }).waitFor();
  await page.getByText(`action="${task.webhook.url}"`).waitFor();
  await page.getByRole('combobox', { name: 'Sender' }).fill('zap');
  await page.getByRole('option', { name: 'Zapier' }).click();
  await page.getByText('Leads are now read as those of Zapier').waitFor();
  expect((await taskNow(task.id)).source).toBe('zapier');
  await page.getByRole('button', { name: 'Listen for ten minutes' }).click();
  await page.getByText('Waiting for the next lead').waitFor();
  expect(await page.getByRole('timer').textContent()).toMatch(/^(10:00|9:\d\d)$/);
  await stack.send(task, giulia);
  await page.getByText('Giulia Bianchi · +393477654321').waitFor();
  await stack.shoot(page, 'connect-sample');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Listen for ten minutes' }).waitFor();
  await page.getByRole('link', { name: 'See and map its fields' }).click();
  await page.waitForURL(/\/map\?sample=samp_/);
  expect(stack.faults).toEqual([]);
});

test('a new address is there at once, and the old one still takes leads', async () => {
  const task = await stack.createTask({ name: 'Rotated' });
  const page = await stack.openSignedIn(`/tasks/${task.id}/connect`);
  await page.getByRole('button', { name: 'New address' }).click();
  await page.getByText('The old one keeps working for seven days').waitFor();
  await page.getByRole('button', { name: 'Make a new address' }).click();
  await page.getByText('The task has a new address.').waitFor();
  const { webhook } = await taskNow(task.id);
  expect(webhook.url).not.toBe(task.webhook.url);
  await page.getByText(webhook.url, { exact: true }).first().waitFor();
  expect((await stack.send(task, giulia)).status).toBe(200);
});

test('a sender is asked for a secret header, which the command then shows the place of', async () => {
  const task = await stack.createTask({ name: 'Checked' });
  const page = await stack.openSignedIn(`/tasks/${task.id}/connect`);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('combobox', { name: 'The sender shows' }).click();
  await page.getByRole('option', { name: 'A header with a secret' }).click();
  await page.getByRole('button', { name: 'Make a random secret' }).click();
  const secret = await page.getByLabel('Secret 1', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Requests need a secret header.').waitFor();
  await page.getByText("-H 'x-taskhook-key: <secret>'").waitFor();
  const refused = async (headers: Record<string, string>) => (await stack.send(task, giulia, headers)).status;
  await expect.poll(() => refused({})).toBe(401);
  expect(await refused({ 'x-taskhook-key': secret })).toBe(200);
  expect(stack.faults).toEqual([]);
});
