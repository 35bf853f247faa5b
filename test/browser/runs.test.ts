import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Run, Task } from '@taskhook/contracts';
import { giulia, person } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';

vi.setConfig(browserTimeouts);

const MANY = 180;
const PAGE = 50;

let stack: ConsoleStack;
let task: Task;
beforeAll(async () => {
  stack = await startConsole();
  task = await stack.createTask({
    name: 'Corso di Marketing',
    source: 'generic',
    steps: [
      { id: 'hello', channel: 'preview', message: { text: 'Ciao {{first_name}}, ti va di sentirci?' } },
    ],
  });
});
afterAll(() => stack.close());

browserTest('a run appears by itself in the open list, and its page shows what it said', async () => {
  const page = await stack.openSignedIn('/runs');
  await page.getByRole('heading', { name: 'No run yet' }).waitFor();
  const { body } = await stack.send(task, giulia);
  const row = page.getByRole('link', { name: /Giulia Bianchi.*Corso di Marketing.*Succeeded/ });
  await row.waitFor();
  await row.click();
  await page.getByRole('heading', { level: 1, name: 'Giulia Bianchi' }).waitFor();
  await page.getByText('Ciao Giulia, ti va di sentirci?').waitFor();
  await page.getByText('Interesse', { exact: false }).first().waitFor();
  await stack.shoot(page, 'run-en-light-1280');
  await page.getByRole('button', { name: 'Replay' }).click();
  await page.getByRole('menuitem', { name: 'With the task as it is now' }).click();
  await page.getByRole('link', { name: 'It repeats an earlier run' }).waitFor();
  const id = body.leads[0]?.run_id ?? '';
  const { body: run } = await stack.api<Run>('GET', `/v1/runs/${id}`);
  expect(page.url()).toContain(run.replayed_as);
  expect(stack.faults).toEqual([]);
});

browserTest('a waiting run is cancelled, unless that is undone in time', async () => {
  const slow = await stack.createTask({
    name: 'Slow',
    source: 'generic',
    steps: [{ id: 'hello', channel: 'preview', wait: '1h', message: { text: 'Later' } }],
  });
  const { body } = await stack.send(slow, giulia);
  const id = body.leads[0]?.run_id ?? '';
  await stack.runIn(id, 'queued', 'waiting');
  const page = await stack.openSignedIn(`/runs/${id}`);
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Replay' }).waitFor();
  expect((await stack.runIn(id, 'cancelled')).status).toBe('cancelled');
});

browserTest('the page of a mail is shown in a frame that may run nothing', async () => {
  const { body: connection } = await stack.api<{ id: string }>('POST', '/v1/connections', {
    name: 'Mail',
    provider: 'smtp',
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    from: 'scuola@example.com',
  });
  const mails = await stack.createTask({
    name: 'Mails',
    source: 'generic',
    steps: [
      {
        id: 'mail',
        channel: 'email',
        connection: connection.id,
        message: {
          subject: 'Benvenuta',
          text: 'Ciao',
          html: '<h1 style="color: green">Ciao {{first_name}}</h1><script>document.title = 1</script>',
        },
      },
    ],
  });
  const { body } = await stack.send(mails, giulia);
  const id = body.leads[0]?.run_id ?? '';
  const page = await stack.openSignedIn(`/runs/${id}`);
  const mail = page.frameLocator('iframe[title="The mail as it looks"]');
  await mail.getByRole('heading', { name: 'Ciao Giulia' }).waitFor();
  await expect
    .poll(() => stack.faults.splice(0))
    .toEqual([expect.stringContaining('Blocked script execution')]);
});

browserTest(
  'a long list loads a page at a time, keeps few rows, and does not move under a reader',
  async () => {
    const many = await stack.createTask({ name: 'Many', source: 'generic' });
    for (let i = 0; i < MANY; i += 1) await stack.send(many, person(i));
    const page = await stack.openSignedIn(`/runs?task=${many.id}`);
    const limits: string[] = [];
    let loads = 0;
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname !== '/v1/runs') return;
      limits.push(url.searchParams.get('limit') ?? '');
      if (url.searchParams.has('cursor')) loads += 1;
    });
    await page.getByText(`Persona ${MANY - 1}`, { exact: true }).waitFor();
    expect(loads).toBeLessThanOrEqual(1);
    const bottom = async () => {
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      return page.getByText('Persona 0', { exact: true }).count();
    };
    await expect.poll(bottom, { timeout: 30_000 }).toBe(1);
    expect(loads).toBe(Math.ceil(MANY / PAGE) - 1);
    expect(new Set(limits)).toEqual(new Set([String(PAGE)]));
    expect(await page.getByRole('list', { name: 'Runs' }).getByRole('listitem').count()).toBeLessThan(PAGE);
    const before = await page.evaluate('scrollY');
    await stack.send(many, giulia);
    await page.getByRole('button', { name: '1 new' }).waitFor();
    expect(await page.evaluate('scrollY')).toBe(before);
    await page.getByRole('button', { name: '1 new' }).click();
    await page.getByRole('link', { name: /Giulia Bianchi/ }).waitFor();
    await page.getByRole('searchbox').fill(person(7).email);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Persona 7 / }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(person(7).email);
    expect(await page.getByRole('list', { name: 'Runs' }).getByRole('listitem').count()).toBe(1);
    expect(stack.faults).toEqual([]);
  },
);
