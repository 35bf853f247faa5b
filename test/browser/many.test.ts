import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { QuarantineEntry, Task } from '@taskhook/contracts';
import { giulia } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

/** More than a page of tasks holds, and more than a call of quarantine takes. */
const MANY_TASKS = 201;
const MANY_ENTRIES = 101;

let stack: ConsoleStack;
let oldest: Task;
beforeAll(async () => {
  stack = await startConsole();
  oldest = await stack.createTask({ name: 'The oldest task', source: 'generic' });
});
afterAll(() => stack.close());

browserTest('the list of runs names a task behind two hundred others, and one made meanwhile', async () => {
  for (let i = 0; i < MANY_TASKS; i += 1) await stack.createTask({ name: `Task ${i}` });
  await stack.send(oldest, giulia);
  const page = await stack.openSignedIn('/runs');
  await page.getByRole('link', { name: /Giulia Bianchi.*The oldest task/ }).waitFor();
  const youngest = await stack.createTask({ name: 'Made meanwhile', source: 'generic' });
  await stack.send(youngest, { ...giulia, full_name: 'Anna Verdi' });
  await page.getByRole('link', { name: /Made meanwhile/ }).waitFor();
  await stack.api('DELETE', `/v1/tasks/${youngest.id}`);
  await page.reload();
  await page.getByRole('link', { name: /Deleted task/ }).waitFor();
  expect(await page.getByRole('link', { name: /Deleted task/ }).count()).toBe(1);
  await page.getByRole('combobox', { name: 'Task' }).fill('oldest');
  await page.getByRole('option', { name: 'The oldest task' }).click();
  await page.getByRole('link', { name: /Giulia Bianchi.*The oldest task/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('task')).toBe(oldest.id);
  expect(stack.faults).toEqual([]);
});

browserTest('more requests than a call takes are all replayed', async () => {
  const strict = await stack.createTask({
    name: 'Strict',
    source: 'generic',
    lead: { required: ['full_name', 'phone', 'email'] },
  });
  for (let i = 0; i < MANY_ENTRIES; i += 1) {
    await stack.send(strict, { nome: `Anna ${i}`, telefono: `+3934776${10_000 + i}` });
  }
  const open = async () => {
    const path = `/v1/quarantine?status=open&task_id=${strict.id}&limit=200`;
    return (await stack.api<{ items: QuarantineEntry[] }>('GET', path)).body.items.length;
  };
  await expect.poll(open, { timeout: 30_000 }).toBe(MANY_ENTRIES);
  await stack.api('PATCH', `/v1/tasks/${strict.id}`, { lead: { required: ['full_name', 'phone'] } });
  const page = await stack.openSignedIn(`/quarantine?task=${strict.id}`);
  const more = page.getByRole('button', { name: 'Show more' });
  await more.click();
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(100);
  await more.click();
  await more.waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await page.getByRole('button', { name: `Replay ${MANY_ENTRIES} requests` }).click();
  await page.getByText(`${MANY_ENTRIES} requests were replayed.`).waitFor();
  await expect.poll(open).toBe(0);
  expect(stack.faults).toEqual([]);
});
