import { afterAll, beforeAll, expect, test } from 'vitest';
import { newConnectionId, type RunAccepted } from '@taskhook/contracts';
import { post } from './post.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';

let ingress: RunningIngress;
beforeAll(async () => {
  ingress = await runIngress(2);
});
afterAll(() => ingress.close());

const page = (...ids: string[]) => ({
  object: 'page',
  entry: [
    {
      id: '77',
      time: 1_760_000_000,
      changes: ids.map((leadgen_id) => ({
        field: 'leadgen',
        value: { leadgen_id, form_id: '5', page_id: '77' },
      })),
    },
  ],
});
const accepted = async (taskId: string): Promise<RunAccepted[]> =>
  (await ingress.runLog(taskId)).filter((event) => event.type === 'accepted');

test('each lead of a notification is a run at once, and a job that fetches it', async () => {
  const source_connection = await ingress.connection('meta');
  const { url, taskId } = await ingress.task({ input: { source_connection }, revision: 3 });
  const { status, body } = await post(url, page('11', '12'));
  expect(status).toBe(200);
  const runs = await accepted(taskId);
  expect(body).toEqual({
    status: 'accepted',
    leads: runs.map(({ run_id }) => ({ status: 'accepted', run_id })),
  });
  expect(runs).toMatchObject([
    {
      status: 'queued',
      source: 'meta',
      lead: null,
      revision: 3,
      fetch: { provider: 'meta', lead_id: '11', ids: { leadgen_id: '11', form_id: '5' } },
    },
    { fetch: { lead_id: '12' } },
  ]);
  expect(await ingress.fetches(taskId)).toMatchObject(
    runs.map(({ run_id, fetch, received_at }) => ({
      ...fetch,
      run_id,
      task_id: taskId,
      revision: 3,
      source: 'meta',
      test: false,
      received_at,
      attempts: 0,
    })),
  );
});

test('a lead that is notified again, in another request and at the same time, is fetched once', async () => {
  const source_connection = await ingress.connection('meta');
  const { token, taskId } = await ingress.task({ input: { source_connection } });
  const posts = Array.from({ length: 20 }, (_, i) =>
    post(`http://127.0.0.1:${ingress.ports[i % 2]}/w/${token}`, page('21', `3${i}`)),
  );
  const answers = await Promise.all(posts);
  const first = new Set(answers.map(({ body }) => body.leads?.[0]?.['run_id']));
  expect(first.size).toBe(1);
  const again = await post(`http://127.0.0.1:${ingress.ports[0]}/w/${token}`, page('21'));
  expect(again.body).toMatchObject({ status: 'duplicate', leads: [{ run_id: [...first][0] }] });
  expect(await ingress.fetches(taskId)).toHaveLength(21);
});

test('a paused task has its leads fetched, too', async () => {
  const source_connection = await ingress.connection('meta');
  const { url, taskId } = await ingress.task({ input: { source_connection }, status: 'paused' });
  expect((await post(url, page('41'))).status).toBe(200);
  expect(await ingress.fetches(taskId)).toHaveLength(1);
});

test.each([
  ['has no connection', undefined, /needs a connection to Facebook Lead Ads/],
  ['has one that is gone', 'gone', /needs a connection to Facebook Lead Ads/],
  ['has one to somebody else', 'hubspot', /present connection is one to HubSpot/],
] as const)(
  'the notification of a task that %s is kept whole, and its sender hears 200',
  async (_what, provider, detail) => {
    const id = provider === 'hubspot' ? await ingress.connection(provider) : newConnectionId();
    const input = provider === undefined ? {} : { source_connection: id };
    const { url, taskId } = await ingress.task({ input });
    const sent = page('51', '52');
    const { status, body } = await post(url, sent);
    expect(status).toBe(200);
    const [entry, ...more] = await ingress.runLog(taskId);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      type: 'quarantined',
      code: 'connection_missing',
      detail: expect.stringMatching(detail) as string,
      request: { body: Buffer.from(JSON.stringify(sent)).toString('base64') },
    });
    expect(body).toMatchObject({ status: 'quarantined', leads: [{ status: 'quarantined' }] });
    expect(await ingress.fetches(taskId)).toEqual([]);
  },
);

test("the dashboard's test of a task that ignores tests is ignored, the leads beside it are not", async () => {
  const source_connection = await ingress.connection('meta');
  const input = { source_connection, test_leads: 'ignore' as const };
  const { url, taskId } = await ingress.task({ input });
  const { body } = await post(url, page('444444444444', '61'));
  expect(body).toMatchObject({ status: 'accepted', leads: [{ status: 'ignored' }, { status: 'accepted' }] });
  expect(await ingress.fetches(taskId)).toMatchObject([{ lead_id: '61' }]);
  const without = await ingress.task({ input: { test_leads: 'ignore' } });
  expect((await post(without.url, page('444444444444'))).body).toEqual({
    status: 'ignored',
    leads: [{ status: 'ignored' }],
  });
  expect(await ingress.runLog(without.taskId)).toEqual([]);
});

test('an event of a page that has no lead is ignored', async () => {
  const { url, taskId } = await ingress.task();
  const feed = { object: 'page', entry: [{ id: '77', changes: [{ field: 'feed', value: {} }] }] };
  expect((await post(url, feed)).body).toEqual({ status: 'ignored', leads: [] });
  expect(await ingress.runLog(taskId)).toEqual([]);
});
