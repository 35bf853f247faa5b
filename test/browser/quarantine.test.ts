import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { QuarantineEntry, Task } from '@taskhook/contracts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
let task: Task;
beforeAll(async () => {
  stack = await startConsole();
  task = await stack.createTask({
    name: 'Iscrizioni',
    source: 'generic',
    lead: { required: ['full_name', 'phone'] },
  });
});
afterAll(() => stack.close());

const open = async (count: number): Promise<QuarantineEntry[]> => {
  const path = `/v1/quarantine?status=open&task_id=${task.id}`;
  const items = async () => (await stack.api<{ items: QuarantineEntry[] }>('GET', path)).body.items;
  await expect.poll(async () => (await items()).length, { timeout: 20_000 }).toBe(count);
  return items();
};

browserTest(
  'a wrong number is put right for one lead, a field is mapped for the task, and the others follow',
  async () => {
    await stack.send(task, { full_name: 'Giulia Bianchi', phone: '12', corso: 'Marketing' });
    const [entry] = await open(1);
    const page = await stack.openSignedIn('/quarantine');
    await page.getByRole('link', { name: /Phone/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Request without a lead' }).waitFor();
    expect(page.url()).toContain(entry?.id);
    await page.getByText('"corso": "Marketing"').waitFor();
    await stack.shoot(page, 'quarantine-entry-en-light-1280');
    expect(await page.getByLabel('Full name').inputValue()).toBe('Giulia Bianchi');
    await page.getByLabel('Phone').fill('+39 347 7654321');
    await page.getByRole('button', { name: 'Replay', exact: true }).click();
    await page.getByRole('link', { name: 'See the run that it started' }).click();
    await page.getByRole('heading', { level: 1, name: 'Giulia Bianchi' }).waitFor();
    await page.getByText('Marketing').first().waitFor();

    for (const end of ['1', '2']) await stack.send(task, { zz: `Anna ${end}`, phone: `+393477654${end}00` });
    await open(2);
    await page.goto('/quarantine');
    await page
      .getByRole('link', { name: /Full name/ })
      .first()
      .click();
    await page.getByText('Map for the task').click();
    await page.getByRole('combobox', { name: 'Full name' }).click();
    await page.getByRole('option', { name: /zz/ }).click();
    await page.getByRole('button', { name: 'Save the mapping and replay' }).click();
    await page.getByRole('link', { name: 'See the run that it started' }).waitFor();
    const { body: mapped } = await stack.api<Task>('GET', `/v1/tasks/${task.id}`);
    expect(mapped.lead.mapping).toMatchObject({ full_name: 'zz' });

    await page.getByRole('link', { name: 'Quarantine' }).first().click();
    await page.getByRole('checkbox', { name: 'Choose all' }).check();
    await page.getByRole('button', { name: 'Replay 1 request' }).click();
    await page.getByText('1 request was replayed.').waitFor();
    await page.getByRole('heading', { name: 'Nothing in quarantine' }).waitFor();
    await open(0);
    expect(stack.faults).toEqual([]);
  },
);
