import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Task } from '@taskhook/contracts';
import { browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
});
afterAll(() => stack.close());

const odd = {
  chi_sei: 'Giulia',
  di_famiglia: 'Bianchi',
  recapiti: [{ dove: '347 7654321' }],
  posta: 'giulia.bianchi@example.com',
  quale_corso: 'Marketing',
};

async function taskWithSample(name: string): Promise<Task> {
  const task = await stack.createTask({ name, source: 'generic' });
  await stack.api('POST', `/v1/tasks/${task.id}/samples/listen`);
  const samples = async () =>
    (await stack.api<{ items: unknown[] }>('GET', `/v1/tasks/${task.id}/samples`)).body.items.length;
  await expect
    .poll(
      async () => {
        await stack.send(task, odd);
        return samples();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  return task;
}

const leadOf = async (id: string) => (await stack.api<Task>('GET', `/v1/tasks/${id}`)).body.lead;

test('fields are mapped by the keyboard and by dragging, and the lead is there at once', async () => {
  const task = await taskWithSample('Mapped');
  const page = await stack.openSignedIn(`/tasks/${task.id}/map`);
  const field = (name: string) =>
    page.getByRole('list', { name: 'Fields of the sample' }).getByRole('button', { name });
  for (const name of ['chi_sei', 'di_famiglia']) {
    await field(name).focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu', { name: new RegExp(`^${name}`) });
    await menu.getByRole('menuitem', { name: 'Full name' }).focus();
    await page.keyboard.press('Enter');
  }
  await page.getByText('Giulia Bianchi', { exact: true }).waitFor();
  await field('dove').dragTo(page.getByRole('paragraph').filter({ hasText: /^Phone$/ }));
  await field('quale_corso').click();
  await page.getByRole('menuitem', { name: 'Further field “quale_corso”' }).click();
  await page.getByLabel('Expression for quale_corso').fill('quale_corso | upcase');
  await page.getByText('MARKETING', { exact: true }).waitFor();
  await stack.shoot(page, 'map-edited');
  await page.reload();
  await page.getByText('You have unsaved changes').waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved as revision 2').waitFor();
  expect((await leadOf(task.id)).mapping).toEqual({
    full_name: '{{ chi_sei }} {{ di_famiglia }}',
    phone: 'recapiti[0].dove',
    extra_fields: { quale_corso: 'quale_corso | upcase' },
  });
  expect(stack.faults).toEqual([]);
});

test('an expression that does not parse says where, and changes are taken back one by one', async () => {
  const task = await taskWithSample('Undone');
  const page = await stack.openSignedIn(`/tasks/${task.id}/map`);
  await page.getByRole('checkbox', { name: 'Required: E-mail' }).uncheck();
  await page.getByRole('button', { name: 'Set it yourself: Phone' }).click();
  await page.getByLabel('Expression for Phone').fill('{{ recapiti[ }}');
  await page.getByText(/\(column \d+\)/).waitFor();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await undo.click();
  await undo.click();
  await page.getByRole('button', { name: 'Set it yourself: Phone' }).waitFor();
  expect(await page.getByRole('checkbox', { name: 'Required: E-mail' }).isChecked()).toBe(false);
  await undo.click();
  await page.getByRole('checkbox', { name: 'Required: E-mail', checked: true }).waitFor();
  await undo.waitFor({ state: 'hidden' });
  expect((await leadOf(task.id)).required).toEqual(['full_name', 'phone', 'email']);
});
