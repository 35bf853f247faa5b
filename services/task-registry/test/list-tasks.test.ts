import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, Problem, Task } from '@taskhook/contracts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

describe('listing tasks', () => {
  it('gives every task once, newest first, page by page', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) made.unshift((await registry.createTask()).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await registry.call<{ items: Task[]; next_cursor: string | null }>(
        'GET',
        `/v1/tasks?limit=2${query}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next_cursor;
    }
    expect(seen.slice(0, 5)).toEqual(made);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('filters by status', async () => {
    const task = await registry.createTask();
    await registry.call('POST', `/v1/tasks/${task.id}/pause`);
    const { body } = await registry.call<{ items: Task[] }>('GET', '/v1/tasks?status=paused');
    expect(body.items.map(({ id }) => id)).toContain(task.id);
    expect(body.items.every(({ status }) => status === 'paused')).toBe(true);
  });

  it('finds the tasks that name a connection', async () => {
    const made = await registry.call<Connection>('POST', '/v1/connections', {
      name: 'Page',
      provider: 'hubspot',
      access_token: 'pat-one',
    });
    const connection = made.body.id;
    const using = await registry.createTask({ source_connection: connection });
    await registry.createTask();
    const { body } = await registry.call<{ items: Task[] }>('GET', `/v1/tasks?connection=${connection}`);
    expect(body.items.map(({ id }) => id)).toEqual([using.id]);
  });

  it.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'cursor=abc',
    'status=deleted',
    'connection=tsk_1',
    'colour=red',
    'limit=1&limit=2',
  ])('refuses ?%s', async (query) => {
    const { status, body } = await registry.call<Problem>('GET', `/v1/tasks?${query}`);
    expect([status, body.code]).toEqual([400, 'invalid_request']);
    expect(body.errors?.[0]?.field).toBe(query.split('=')[0]);
  });
});
