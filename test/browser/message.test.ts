import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Task } from '@taskhook/contracts';
import { WHATSAPP } from '@taskhook/testing/look-alikes';
import { browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

const text = (value: string) => [{ id: 'welcome', channel: 'preview' as const, message: { text: value } }];
const taskNow = async (id: string) => (await stack.api<Task>('GET', `/v1/tasks/${id}`)).body;

test('a message is written with completion and its preview, a step is added and saved, then tested live', async () => {
  const task = await stack.createTask({ name: 'Written', steps: text('Ciao {{first_name}}') });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`);
  const editor = page.getByRole('textbox', { name: 'Text' }).first();
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', ti scriviamo a {{ ema');
  await page.getByRole('option', { name: 'email' }).click();
  await page.getByText(/ti scriviamo a \S+@\S+/).waitFor();
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('menuitem', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Move preview-1 up' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await stack.shoot(page, 'message-edited');
  await page.keyboard.press('Control+S');
  await page.getByText('Saved as revision 2').waitFor();
  const { steps } = await taskNow(task.id);
  expect(steps.map(({ id }) => id)).toEqual(['welcome', 'preview-1']);
  expect(steps[0]).toMatchObject({ message: { text: 'Ciao {{first_name}}, ti scriviamo a {{ email}}' } });
  await page.getByRole('link', { name: 'Test', exact: true }).click();
  await page.getByRole('button', { name: 'Send a test lead' }).click();
  await page.getByText('Succeeded').first().waitFor();
  await page.getByText('Attempt 1', { exact: true }).first().waitFor();
  await page.getByText('Delivered', { exact: true }).first().waitFor();
  await stack.shoot(page, 'test-run');
  expect(stack.faults).toEqual([]);
});

test('what does not parse is told with its line and column, and the server does not have to refuse it', async () => {
  const task = await stack.createTask({ name: 'Broken', steps: text('Ciao') });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`);
  await page.getByRole('textbox', { name: 'Text' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nHai {% if phone %}');
  await page.getByText(/Line 2, column 5/).waitFor();
  await stack.shoot(page, 'message-broken');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('No unsaved changes').waitFor();
  expect((await taskNow(task.id)).revision).toBe(1);
  expect(stack.faults).toEqual([]);
});

test('on a phone the line that is written is never under the bar of unsaved changes', async () => {
  const task = await stack.createTask({ name: 'Long', steps: text('Ciao') });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`, { width: 375 });
  await page.getByRole('textbox', { name: 'Text' }).click();
  await page.keyboard.press('Control+End');
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  for (let line = 1; line <= 12; line += 1) {
    await page.keyboard.type(`\nRiga ${line}`);
    const written = await page
      .locator('.cm-activeLine, .cm-line')
      .filter({ hasText: `Riga ${line}` })
      .last()
      .boundingBox();
    const top = (await bar.boundingBox())?.y ?? 0;
    expect((written?.y ?? 0) + (written?.height ?? 0), `line ${line}`).toBeLessThanOrEqual(top);
  }
  expect(stack.faults).toEqual([]);
});

test('a WhatsApp message that was made a template and a text again says what it said', async () => {
  const { body: connection } = await stack.api<{ id: string }>('POST', '/v1/connections', {
    ...WHATSAPP,
    name: 'WhatsApp',
  });
  const task = await stack.createTask({
    name: 'Two kinds',
    steps: [
      {
        id: 'hello',
        channel: 'whatsapp',
        connection: connection.id,
        message: { text: 'Ciao {{first_name}}' },
      },
    ],
  });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`);
  await page.getByText('Approved template').click();
  await page.getByLabel('Name of the template').fill('benvenuto');
  await page.getByText('Free text').click();
  await page.getByRole('textbox', { name: 'Text' }).getByText('Ciao').waitFor();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await page.getByRole('link', { name: 'Message', exact: true }).click();
  await page.getByText('Approved template').click();
  expect(await page.getByLabel('Name of the template').inputValue()).toBe('benvenuto');
  expect(stack.faults).toEqual([]);
});

test('an SMS is counted in segments while it is written', async () => {
  const { body: connection } = await stack.api<{ id: string }>('POST', '/v1/connections', {
    name: 'Twilio',
    provider: 'twilio',
    account_sid: `AC${'0'.repeat(32)}`,
    auth_token: 'secret-of-a-test',
    from: '+390612345678',
  });
  const task = await stack.createTask({
    name: 'Counted',
    steps: [{ id: 'sms', channel: 'sms', connection: connection.id, message: { text: 'Ciao 😀' } }],
  });
  const page = await stack.openSignedIn(`/tasks/${task.id}/message`);
  await page.getByText('1 SMS · UCS-2 · 7 characters').waitFor();
  expect(stack.faults).toEqual([]);
});

test('a revision shows what it changed and is restored, which can be undone', async () => {
  const task = await stack.createTask({ name: 'Historic', steps: text('First words') });
  await stack.api('PATCH', `/v1/tasks/${task.id}`, { steps: text('Second words') });
  const page = await stack.openSignedIn(`/tasks/${task.id}/history`);
  await page.getByRole('button', { name: 'Show what changed' }).first().click();
  const diff = page.getByRole('textbox', { name: 'Changes of revision 2' });
  await expect.poll(() => diff.textContent()).toMatch(/First.*Second/s);
  await stack.shoot(page, 'history-diff');
  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  await page.getByText('Revision 1 is in use again').waitFor();
  expect((await taskNow(task.id)).steps[0]).toMatchObject({ message: { text: 'First words' } });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Revision 2 is in use again').waitFor();
  expect((await taskNow(task.id)).steps[0]).toMatchObject({ message: { text: 'Second words' } });
  expect(stack.faults).toEqual([]);
});
