import { afterAll, beforeAll, expect, vi } from 'vitest';
import { giulia } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

browserTest('an operator sees the leads of the last hour in a chart and in its table', async () => {
  const task = await stack.createTask({ name: 'Busy' });
  const { body } = await stack.send(task, giulia);
  await stack.runIn(body.leads[0]?.run_id ?? '', 'succeeded');
  const page = await stack.openSignedIn('/operations');
  await page.getByRole('heading', { name: 'Leads', exact: true }).waitFor();
  await page.getByText('Ingress: takes leads').waitFor();
  await page.getByText('Task-runner: sends messages').waitFor();
  await page.getByRole('button', { name: 'Show as a table: Leads' }).click();
  await page.getByRole('region', { name: 'Leads', exact: true }).getByRole('row').nth(1).waitFor();
  await page.getByText('Task-registry: API and console').waitFor();
  await page.getByRole('button', { name: 'Show as a table: Time to answer senders' }).click();
  const answers = page.getByRole('region', { name: 'Time to answer senders' });
  // The time comes with the pulse of ingress, and is drawn with the next point.
  await answers.getByRole('cell', { name: / ms$/ }).first().waitFor();
  await page.getByText(/^Half of them within [\d.]+ ms\.$/).waitFor();
  await page.getByRole('heading', { name: 'Backlog' }).waitFor();
  await page.getByText('Last day').click();
  await page.getByRole('radio', { name: 'Last day', checked: true }).waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor();
  await stack.shoot(page, 'operations');
  expect(stack.faults).toEqual([]);
});

browserTest('a lead that could not be read is told on every page, with the way to it', async () => {
  const task = await stack.createTask({ name: 'Strict', lead: { required: ['phone'] } });
  await stack.send(task, { nome: 'Nobody' });
  const page = await stack.openSignedIn('/suppressions');
  const notices = page.getByRole('region', { name: 'What needs you now' });
  await notices.getByText('1 lead could not be read').waitFor();
  await stack.shoot(page, 'notices');
  await notices.getByRole('link', { name: 'Go to the quarantine' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quarantine' }).waitFor();
});
