import { afterAll, beforeAll, expect, vi } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import type { Replay, Run, Task } from '@taskhook/contracts';
import { person } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

const preview = [{ id: 'hello', channel: 'preview' as const, message: { text: 'Ciao {{first_name}}' } }];

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

/** A task whose runs failed, and which has been mended since. */
async function mendedTask(name: string, count: number): Promise<Task> {
  const task = await stack.createTask({
    name,
    source: 'generic',
    steps: [{ id: 'crm', channel: 'http', request: { url: 'https://{{extra_fields.nowhere}}' } }],
  });
  for (let i = 0; i < count; i += 1) {
    const { body } = await stack.send(task, person(i));
    await stack.runIn(body.leads[0]?.run_id ?? '', 'failed');
  }
  await stack.api('PATCH', `/v1/tasks/${task.id}`, { steps: preview });
  return task;
}

async function runsOf(task: Task): Promise<Run[]> {
  const path = `/v1/runs?task_id=${task.id}&limit=200`;
  return (await stack.api<{ items: Run[] }>('GET', path)).body.items;
}

const replaysOf = async (task: Task): Promise<Replay[]> =>
  (await stack.api<{ items: Replay[] }>('GET', '/v1/replays')).body.items.filter(
    ({ filter }) => filter.task_id === task.id,
  );

browserTest(
  'failed runs are counted, replayed with the mended task, and followed until all are done',
  async () => {
    const task = await mendedTask('Mended', 3);
    const page = await stack.openSignedIn(`/runs?task=${task.id}`);
    await page.getByRole('button', { name: 'Replay these runs…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replay many runs' });
    await dialog.getByText('3 runs fit').waitFor();
    await dialog.getByText('Mended · Failed · Any time').waitFor();
    await dialog.getByText('People get messages again').waitFor();
    await dialog.getByLabel('Runs per second').fill('2');
    await dialog.getByText('To start all of them takes about 2 sec').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await stack.shoot(page, 'replay-dialog');
    expect((await runsOf(task)).length).toBe(3);
    await dialog.getByRole('button', { name: 'Replay 3 runs' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('3 of 3').waitFor();
    await page.getByText('Done', { exact: true }).waitFor();
    await expect
      .poll(async () => (await runsOf(task)).filter(({ status }) => status === 'succeeded').length)
      .toBe(3);
    await stack.shoot(page, 'replays-done');
    await page.clock.setFixedTime(Date.now() + 3_600_000);
    await page.reload();
    const earlier = page.getByText('Earlier replays');
    await earlier.waitFor();
    expect(await page.getByText('3 of 3').isVisible()).toBe(false);
    await earlier.focus();
    await page.keyboard.press('Enter');
    await page.getByText('3 of 3').waitFor();
    await page.getByRole('button', { name: 'Replay these runs…' }).click();
    await page.getByRole('dialog').getByText('0 runs fit').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Replay 0 runs' }).isDisabled()).toBe(true);
    expect(stack.faults).toEqual([]);
  },
);

browserTest('a replay is found again after a reload, and stopped', async () => {
  const task = await mendedTask('Stopped', 30);
  const page = await stack.openSignedIn(`/runs?task=${task.id}&status=failed`, { width: 375 });
  await page.getByRole('button', { name: 'Replay these runs…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('30 runs fit').waitFor();
  await dialog.getByLabel('The revision that each run had').check();
  await dialog.getByLabel('Runs per second').fill('1');
  await stack.shoot(page, 'replay-dialog-375');
  await dialog.getByRole('button', { name: 'Replay 30 runs' }).click();
  await page.getByText(/^[1-9]\d? of 30$/).waitFor();
  await page.reload();
  await page.getByRole('progressbar').waitFor();
  await stack.shoot(page, 'replay-running-375');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  const [replay] = await replaysOf(task);
  expect(replay).toMatchObject({ status: 'stopped', revision: 'pinned', rate: 1, total: 30 });
  expect(replay?.started).toBeLessThan(30);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  expect(stack.faults).toEqual([]);
});

browserTest(
  'runs are found between two times of the reader’s own clock, and replayed as they are found',
  async () => {
    const task = await mendedTask('Timed', 1);
    const [run] = await runsOf(task);
    const at = Date.parse(run?.received_at ?? '');
    const page = await stack.openSignedIn(`/runs?task=${task.id}`);
    await page.getByRole('combobox', { name: 'Received' }).click();
    await page.getByRole('option', { name: 'Between two times' }).click();
    const from = page.getByLabel('From');
    const to = page.getByLabel('Until (not included)');
    await from.fill(inRome(at - 3_600_000));
    await to.fill(inRome(at - 1_800_000));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No run fits' }).waitFor();
    await to.fill(inRome(at + 120_000));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Persona 0/ }).waitFor();
    const search = new URL(page.url()).searchParams;
    expect(Date.parse(search.get('to') ?? '')).toBe(toMinute(at + 120_000));
    await page.reload();
    await page.getByRole('link', { name: /Persona 0/ }).waitFor();
    expect(await from.inputValue()).toBe(inRome(at - 3_600_000));
    await stack.shoot(page, 'runs-between');
    await page.getByRole('button', { name: 'Replay these runs…' }).click();
    await page.getByRole('dialog').getByText('1 run fits').waitFor();
    await page.getByRole('button', { name: 'Replay 1 run' }).click();
    await expect.poll(async () => (await replaysOf(task)).length).toBe(1);
    const [replay] = await replaysOf(task);
    expect(Date.parse(replay?.filter.from ?? '')).toBe(toMinute(at - 3_600_000));
    expect(Date.parse(replay?.filter.to ?? '')).toBe(toMinute(at + 120_000));
    await from.fill(inRome(at + 600_000));
    await page.keyboard.press('Enter');
    await page.getByText('This is before the beginning.').waitFor();
    expect(stack.faults).toEqual([]);
  },
);

const toMinute = (ms: number): number => ms - (ms % 60_000);

/** As the browser of the test, which is in Rome, writes a time into a field. */
function inRome(ms: number): string {
  const style = { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', style).format(ms).replace(' ', 'T');
}
