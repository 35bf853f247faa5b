import { expect, onTestFinished, test } from 'vitest';
import { newRunId } from '@taskhook/contracts';
import { admit, markCancelled } from '@taskhook/queue';
import { startReceiver, until } from '@taskhook/testing';
import { greeting, joe, notice, setup } from './fetch-setup.ts';
import { expiredToken } from './look-alikes.ts';

test('a lead that is not valid ends the run, and what the provider gave is in quarantine', async () => {
  const { world, provider, task, start } = await setup();
  provider.objects.set('77', { ...joe, id: '77', field_data: joe.field_data.slice(0, 2) });
  await start();
  const runId = await world.notify(task, { ...notice, lead_id: '77' });
  const run = await world.reached(runId, 'failed');
  const [entry] = await until('the quarantine', async () => {
    const entries = await world.quarantined(task.id);
    return entries.length > 0 ? entries : undefined;
  });
  expect(run.reason?.code).toBe('invalid_lead');
  expect(run.reason?.message).toContain('phone is required');
  if (entry?.type !== 'quarantined') throw new Error('no entry');
  expect(run.reason?.message).toContain(entry.quarantine_id);
  expect(entry).toMatchObject({ code: 'invalid_lead', errors: [{ field: 'phone' }], source: 'meta' });
  expect(JSON.parse(Buffer.from(entry.request.body, 'base64').toString())).toMatchObject({ id: '77' });
  expect(await world.accepted(runId)).toEqual([]);
});

test('a person who has a run within the window is a duplicate; a replay on purpose is not', async () => {
  const { world, task, start } = await setup({ lead: { dedupe: { by: ['phone', 'email'], window: '24h' } } });
  await start();
  const first = await world.notify(task, notice);
  await world.reached(first, 'succeeded');
  const second = await world.notify(task, notice);
  expect((await world.reached(second, 'skipped')).reason).toEqual({
    code: 'duplicate',
    message: `The person has a run within the task's window: ${first}.`,
  });
  expect((await world.accepted(second))[0]?.lead?.full_name).toBe('Joe Example');
  const replay = await world.notify(task, { ...notice, replay_of: first });
  await world.reached(replay, 'succeeded');
  expect((await world.accepted(replay))[0]?.replay_of).toBe(first);
});

test('keys that a duplicate had claimed are free again for others', async () => {
  const { world, provider, task, start } = await setup({
    lead: { dedupe: { by: ['phone', 'email'], window: '24h' } },
  });
  const [, , phone] = joe.field_data;
  const byEmail = { key: world.keys.claim(task.id, 'email', 'joe@example.com'), ttlMs: 60_000 };
  await admit(world.redis, world.keys, [{ runId: newRunId(), claims: [byEmail] }]);
  const other = [{ name: 'full_name', values: ['Jo'] }, { name: 'email', values: ['jo@example.com'] }, phone];
  provider.objects.set('88', { ...joe, id: '88', field_data: other });
  await start();
  await world.reached(await world.notify(task, notice), 'skipped');
  const next = await world.reached(await world.notify(task, { ...notice, lead_id: '88' }), 'succeeded');
  expect(next.steps).toMatchObject([{ rendered: { text: 'Ciao Jo' } }]);
});

test('a task that is paused when its lead comes holds the run', async () => {
  const { world, task, start } = await setup();
  await task.publish('paused');
  await start();
  const runId = await world.notify(task, notice);
  const [accepted] = await until('the lead', async () => {
    const events = await world.accepted(runId);
    return events.length > 0 ? events : undefined;
  });
  expect(accepted).toMatchObject({ status: 'held', lead: { full_name: 'Joe Example' } });
  await until('the end of the job', async () => !(await world.fetches.has(runId)));
  expect(await world.queues.has('preview', runId, 0)).toBe(false);
  expect(await world.events(runId)).toEqual([]);
});

test('the run of a deleted task is cancelled, and a cancelled run is not fetched', async () => {
  const { world, provider, connection, task, start } = await setup();
  const other = await world.task({ source_connection: connection });
  const cancelled = await world.notify(other, notice);
  await markCancelled(world.redis, world.keys, cancelled);
  await task.publish('deleted');
  const runId = await world.notify(task, notice);
  await start();
  expect((await world.reached(runId, 'cancelled')).reason?.code).toBe('task_deleted');
  await until('the end of the job', async () => !(await world.fetches.has(cancelled)));
  expect(await world.events(cancelled)).toEqual([]);
  expect(provider.requests).toEqual([]);
});

const testLead = {
  ...joe,
  id: '99',
  field_data: [
    { name: 'full_name', values: ['<test lead: dummy data for full_name>'] },
    { name: 'email', values: ['test@meta.com'] },
  ],
};
/** A task with a step that calls, and one test lead. */
async function setupTestLead(test_leads: 'run' | 'preview' | 'ignore') {
  const crm = await startReceiver();
  onTestFinished(() => crm.close());
  const http = { id: 'crm', channel: 'http', request: { url: crm.url, body: '{{full_name}}' } } as const;
  const loose = { required: [] };
  const { world, provider, task, start } = await setup({ test_leads, lead: loose, steps: [http, greeting] });
  provider.objects.set('99', testLead);
  await start();
  return { world, crm, runId: await world.notify(task, { ...notice, lead_id: '99' }) };
}

test("a sender's test lead is a run like any other where the task says so, and is marked", async () => {
  const { world, crm, runId } = await setupTestLead('run');
  await world.reached(runId, 'succeeded');
  expect(crm.requests).toMatchObject([{ body: '<test lead: dummy data for full_name>' }]);
  expect(await world.accepted(runId)).toMatchObject([{ test: true }]);
});

test("a sender's test lead that is to be previewed is rendered, and nothing is sent", async () => {
  const { world, crm, runId } = await setupTestLead('preview');
  const [call, hello] = (await world.reached(runId, 'succeeded')).steps;
  expect(crm.requests).toEqual([]);
  expect(call?.rendered).toMatchObject({ url: crm.url, body: '<test lead: dummy data for full_name>' });
  expect(call?.attempts).toMatchObject([
    { outcome: 'delivered', answer: expect.stringContaining('Not sent') },
  ]);
  expect(hello?.attempts).toEqual([expect.not.objectContaining({ answer: expect.anything() })]);
  expect(await world.accepted(runId)).toMatchObject([{ test: true }]);
});

test("a sender's test lead that the task ignores ends its run without a step", async () => {
  const { world, runId } = await setupTestLead('ignore');
  expect(await world.reached(runId, 'skipped')).toMatchObject({ reason: { code: 'test_lead' }, steps: [] });
});

test('a fetch that runs twice gives one run and one message', async () => {
  const { world, provider, task, start } = await setup({ lead: { dedupe: { by: ['email'], window: '1h' } } });
  const runId = newRunId();
  await world.notify(task, { ...notice, run_id: runId });
  await start();
  await world.reached(runId, 'succeeded');
  await until('the end of the job', async () => !(await world.fetches.has(runId)));
  provider.next(expiredToken);
  await world.notify(task, { ...notice, run_id: runId });
  await until(
    'the second fetch',
    async () => provider.requests.length === 2 && !(await world.fetches.has(runId)),
  );
  expect(await world.state(runId)).toMatchObject({ status: 'succeeded', steps: [{ attempts: [{ n: 1 }] }] });
});
