/** The list of runs over as many of them as an installation has after some months. */
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, vi } from 'vitest';
import { person } from '../e2e/leads.ts';
import { browserTest, startConsole, type ConsoleStack } from './console.ts';
import { seedRuns } from './seed-runs.ts';

const COUNT = Number(process.env['TASKHOOK_MANY_RUNS'] ?? 100_000);
const PAGE = 50;
const SCREENS = 6;
/**
 * For a page of the list. FerretDB finds a person by reading through all runs, and this machine may be busy; to sort
 * them takes it minutes.
 */
const PAGE_MS = inject('mongodbKind') === 'mongod' ? 500 : 5_000;
const ANSWER_TIMEOUT = 60_000;

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let stack: ConsoleStack;
beforeAll(async () => {
  stack = await startConsole();
  const task = await stack.createTask({ name: 'Corso di Marketing', source: 'generic' });
  await seedRuns({ mongodbUrl: stack.settings.mongodbUrl, taskId: task.id, count: COUNT });
});
afterAll(() => stack.close());

interface Fetched {
  query: URLSearchParams;
  items: number;
  ms: number;
}

/** Every page of runs that the console asks the API for, and how many it asks for at the same time at most. */
function watchLists(page: Page) {
  const fetched: Promise<Fetched>[] = [];
  const busy = { now: 0, most: 0 };
  const isList = (url: string) => new URL(url).pathname === '/v1/runs';
  page.on('request', (request) => {
    if (!isList(request.url())) return;
    busy.now += 1;
    busy.most = Math.max(busy.most, busy.now);
  });
  page.on('requestfinished', (request) => void (busy.now -= isList(request.url()) ? 1 : 0));
  page.on('requestfailed', (request) => void (busy.now -= isList(request.url()) ? 1 : 0));
  page.on('response', (response) => {
    if (isList(response.url()) && response.ok()) fetched.push(read(response));
  });
  return { fetched, busy };
}

async function read(response: Response): Promise<Fetched> {
  const { items } = (await response.json()) as { items: unknown[] };
  const { responseStart, requestStart } = response.request().timing();
  return {
    query: new URL(response.url()).searchParams,
    items: items.length,
    ms: Math.round(responseStart - requestStart),
  };
}

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Runs' }).getByRole('listitem');
const rowOf = (page: Page, i: number) => page.getByText(`Persona ${i}`, { exact: true });

browserTest(
  `${COUNT} runs are scrolled, filtered and searched, never more than a page at a time`,
  async () => {
    const page = await stack.openSignedIn('/tasks');
    page.setDefaultTimeout(ANSWER_TIMEOUT);
    const { fetched, busy } = watchLists(page);
    await page.getByRole('link', { name: 'Runs' }).click();
    await rowOf(page, COUNT - 1).waitFor();
    expect(fetched).toHaveLength(1);

    for (let screen = 1; screen <= SCREENS; screen += 1) {
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      await expect.poll(() => fetched.length, { timeout: ANSWER_TIMEOUT }).toBeGreaterThan(screen);
      await rowOf(page, COUNT - screen * PAGE - 1).waitFor();
      expect(await rowsOf(page).count()).toBeLessThan(PAGE);
    }
    const scrolled = fetched.length;
    expect(scrolled).toBeLessThanOrEqual(SCREENS + 2);

    await page.goto('/runs?status=failed');
    await page.getByText('Failed', { exact: true }).first().waitFor();
    await rowOf(page, lastThatFailed).waitFor();
    expect(await rowsOf(page).filter({ hasNotText: 'Failed' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await rowOf(page, COUNT - 1).waitFor();
    await page.getByRole('searchbox').fill(person(3).email);
    await page.keyboard.press('Enter');
    await rowOf(page, 3).waitFor();
    expect(await rowsOf(page).count()).toBe(1);

    const lists = await Promise.all(fetched);
    expect(lists.map(({ query }) => query.get('limit'))).toEqual(lists.map(() => String(PAGE)));
    expect(Math.max(...lists.map(({ items }) => items))).toBe(PAGE);
    expect(lists.at(-1)?.items).toBe(1);
    expect(busy.most).toBe(1);
    const times = lists.map(({ ms }) => ms);
    console.log(`${COUNT} runs in ${inject('mongodbKind')}: pages of the list took ${times.join(', ')} ms.`);
    expect(Math.max(...times)).toBeLessThan(PAGE_MS);
    expect(stack.faults).toEqual([]);
  },
);

/** Of the seeded ones each tenth failed. */
const lastThatFailed = COUNT - ((COUNT + 2) % 10) - 1;
