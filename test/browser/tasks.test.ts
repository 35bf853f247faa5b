import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Task } from '@taskhook/contracts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

const tasks = async (): Promise<Task[]> =>
  (await stack.api<{ items: Task[] }>('GET', '/v1/tasks')).body.items;

browserTest(
  'a person makes a task for a web form, reads its first message, and gets its address',
  async () => {
    const page = await stack.openSignedIn('/tasks');
    await page.getByRole('heading', { name: 'No task yet' }).waitFor();
    await stack.shoot(page, 'tasks-empty');
    await page.getByRole('link', { name: 'New task' }).first().click();
    await page.getByRole('radio', { name: 'Facebook Lead Ads' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Summer course');
    await page.getByRole('radio', { name: 'Web form' }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Summer course');
    await page.getByLabel('First message').fill('Hello {{first_name}}, shall we call you?');
    await page.getByText('Hello Giulia, shall we call you?').waitFor();
    await stack.shoot(page, 'task-new');
    await page.getByRole('button', { name: 'Create the task' }).click();
    await page.getByRole('heading', { level: 1, name: 'Summer course' }).waitFor();
    const [task] = await tasks();
    expect(task).toMatchObject({ source: 'form', lead: { required: ['full_name', 'phone'] } });
    await page.getByRole('button', { name: 'Copy' }).first().click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(task?.webhook.url);
    await stack.shoot(page, 'task-connect');
    expect(stack.faults).toEqual([]);
  },
);

browserTest('a task is paused and resumed from its page', async () => {
  const { id } = await stack.createTask({ name: 'Pausable' });
  const page = await stack.openSignedIn(`/tasks/${id}`);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused: new leads are kept').waitFor();
  expect((await stack.api<Task>('GET', `/v1/tasks/${id}`)).body.status).toBe('paused');
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  expect((await stack.api<Task>('GET', `/v1/tasks/${id}`)).body.status).toBe('active');
});

browserTest(
  'a deleted task can be had back while its toast is shown, and is gone when that is closed',
  async () => {
    const { id } = await stack.createTask({ name: 'Deletable' });
    const page = await stack.openSignedIn('/tasks');
    const remove = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Actions for Deletable' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByRole('link', { name: 'Deletable' }).waitFor({ state: 'hidden' });
    };
    await remove();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Deletable' }).waitFor();
    expect((await stack.api('GET', `/v1/tasks/${id}`)).status).toBe(200);
    await remove();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    await expect.poll(async () => (await stack.api('GET', `/v1/tasks/${id}`)).status).toBe(404);
  },
);

browserTest('an address of no task is told as such, with a way on', async () => {
  const page = await stack.openSignedIn('/tasks/tsk_0000000000000000000000000');
  await page.getByRole('heading', { level: 1, name: 'There is no such task' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Go to the tasks' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
});

browserTest('the language is switched on the spot and remembered', async () => {
  const page = await stack.openSignedIn('/tasks');
  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByText('Italiano').click();
  await page.getByRole('link', { name: 'Quarantena' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Quarantena' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('it');
  await page.getByRole('link', { name: 'Esecuzioni' }).click();
  await page.getByRole('heading', { level: 1, name: 'Esecuzioni' }).waitFor();
  await page.getByRole('button', { name: 'Preferenze' }).click();
  await page.getByText('English').click();
  await page.getByRole('heading', { level: 1, name: 'Runs' }).waitFor();
});

browserTest(
  'a session that has ended shows nothing more, says so, and leads back after the next sign-in',
  async () => {
    const page = await stack.openSignedIn('/quarantine');
    await page.getByRole('heading', { level: 1, name: 'Quarantine' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Tasks' }).click();
    await page.getByText('You are no longer signed in').waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.getByLabel('API key', { exact: true }).fill(stack.settings.adminKey);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
  },
);

browserTest('a copy of a task is made from the list, and is another task', async () => {
  const { id, webhook } = await stack.createTask({ name: 'Original' });
  const page = await stack.openSignedIn('/tasks');
  await page.getByRole('button', { name: 'Actions for Original' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await page.getByRole('heading', { level: 1, name: /Original .+/ }).waitFor();
  const copy = (await tasks()).find(({ name }) => name.startsWith('Original '));
  expect(copy?.id).not.toBe(id);
  expect(copy?.webhook.url).not.toBe(webhook.url);
  expect(new URL(page.url()).pathname).toContain(copy?.id);
});

browserTest('the styles of the console’s own parts win over those of the library', async () => {
  const page = await stack.openSignedIn('/tasks');
  await page.getByRole('link', { name: 'Runs' }).waitFor();
  const color = await page.evaluate(
    'getComputedStyle(document.querySelector(".mantine-AppShell-navbar")).backgroundColor',
  );
  expect(color).toBe('rgb(243, 245, 245)');
});
