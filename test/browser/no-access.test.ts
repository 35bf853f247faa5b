import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Task } from '@taskhook/contracts';
import { giulia } from '../e2e/leads.ts';
import { browserTest, browserTimeouts, startConsole, type ConsoleStack } from './console.ts';
import { missingPages, pages, taskPages } from './pages.ts';

vi.setConfig(browserTimeouts);

const SESSION_MS = 12_000;

let stack: ConsoleStack;
let task: Task;
let runId: string;
beforeAll(async () => {
  stack = await startConsole({ SESSION_MAX_AGE: `${SESSION_MS / 1_000}s` });
  task = await stack.createTask({ name: 'Corso di Marketing', source: 'generic' });
  const { body } = await stack.send(task, giulia);
  runId = body.leads[0]?.run_id ?? '';
  await stack.runIn(runId, 'succeeded');
});
afterAll(() => stack.close());

const secrets = () => [giulia.full_name, '7654321', giulia.email, task.name, task.webhook.token];

/** Neither what is seen nor what is in the page without being seen. */
async function expectNothingShown(page: Page): Promise<void> {
  const html = await page.content();
  for (const secret of secrets()) expect(html).not.toContain(secret);
  expect(await page.getByRole('navigation').count()).toBe(0);
}

browserTest('who is not signed in gets to no page, and no answer with data', async () => {
  const page = await stack.openPage();
  const answered: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/v1/')) answered.push(`${response.status()} ${pathname}`);
  });
  const own = [...taskPages.map((tab) => `/tasks/${task.id}/${tab}`), `/runs/${runId}`];
  for (const address of [...pages, ...own]) {
    await page.goto(address);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).searchParams.get('return')).toBe(address);
    await expectNothingShown(page);
  }
  expect(new Set(answered)).toEqual(new Set(['401 /v1/session']));
});

browserTest.each([
  ['en', 'API key', 'This key is not valid'],
  ['it', 'Chiave API', 'Questa chiave non è valida'],
] as const)('a wrong key is told in words, in %s', async (language, label, wrong) => {
  const page = await stack.openPage({ language });
  await page.goto('/runs');
  await page.getByLabel(label, { exact: true }).fill(`${stack.settings.adminKey}x`);
  await page.keyboard.press('Enter');
  await page.getByText(wrong).waitFor();
  await expectNothingShown(page);
});

browserTest('a link that was used once leads to the sign-in page, which says so', async () => {
  const { body } = await stack.api<{ path: string }>('POST', '/v1/session/links');
  const first = await stack.openPage();
  await first.goto(body.path);
  await first.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor();
  const second = await stack.openPage();
  await second.goto(body.path);
  await second.getByText('This sign-in link has been used or has expired').waitFor();
  await expectNothingShown(second);
});

browserTest.each(['/runs', 'the run'])(
  'a session that ends while %s is open takes away what is shown and says why, without a click',
  async (address) => {
    const page = await stack.openSignedIn('/tasks');
    await page.goto(address === 'the run' ? `/runs/${runId}` : address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('You are no longer signed in').waitFor({ timeout: SESSION_MS + 30_000 });
    await expectNothingShown(page);
    await page.goBack();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await expectNothingShown(page);
  },
);

browserTest('the next call after a session has ended elsewhere leads to the sign-in page', async () => {
  const page = await stack.openSignedIn('/connections');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.request.delete(`${stack.registryUrl}/v1/session`, { headers: { 'x-taskhook-console': '1' } });
  await page.getByRole('link', { name: 'Tasks', exact: true }).click();
  await page.getByText('You are no longer signed in').waitFor({ timeout: 5_000 });
  await expectNothingShown(page);
});

browserTest('an address of what is not there says so at once', async () => {
  const page = await stack.openSignedIn('/tasks');
  for (const [what, title] of [
    ['run', 'There is no such run'],
    ['task', 'There is no such task'],
    ['entry', 'There is no such request in quarantine'],
    ['erasure', 'There is no such erasure'],
    ['connection', 'There is no such connection'],
  ] as const) {
    await page.goto(missingPages[`missing-${what}`]);
    await page.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: 5_000 });
  }
});

// The last one: from then on this address has to wait.
browserTest('after too many wrong keys the right one has to wait too, and the page says so', async () => {
  const tries = Array.from({ length: 21 }, (_none, i) =>
    fetch(`${stack.registryUrl}/v1/tasks`, { headers: { authorization: `Bearer wrong-${i}` } }),
  );
  await Promise.all(tries);
  const page = await stack.openPage();
  await page.goto('/sign-in');
  await page.getByLabel('API key', { exact: true }).fill(stack.settings.adminKey);
  await page.keyboard.press('Enter');
  await page.getByText('Too many tries').waitFor();
  await expectNothingShown(page);
});
