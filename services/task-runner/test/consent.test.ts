import { expect, test } from 'vitest';
import type { TaskInput } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { TWILIO, twilioLookAlike } from '@taskhook/testing/look-alikes';
import { connect } from './connect.ts';
import { mario, platform, startRunner } from './runner.ts';

async function start() {
  const world = await platform();
  await startRunner(world, { TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8' });
  const provider = await twilioLookAlike();
  const { provider: name, auth_token, ...settings } = TWILIO;
  const connection = await connect(world, {
    provider: name,
    settings: { ...settings, base_url: provider.url },
    secrets: { auth_token },
  });
  const sms = { id: 'sms', channel: 'sms', connection, message: { text: 'Ciao' } } as const;
  const preview = { id: 'note', channel: 'preview', message: { text: 'Ciao' } } as const;
  const run = async (input: Partial<TaskInput>, extra_fields: Record<string, unknown>) => {
    const task = await world.task({ steps: [sms, preview], ...input });
    const runId = await world.lead(task, { lead: { ...mario, extra_fields } });
    const state = await world.reached(runId, 'succeeded');
    return { runId, taskId: task.id, first: state.steps[0] };
  };
  const consents = (taskId: string) =>
    until('the consent', async () => {
      const found = (await world.log()).filter((event) => event.type === 'consent');
      return found.filter(({ task_id }) => task_id === taskId);
    });
  return { ...world, provider, run, consents };
}

test('what the lead says of consent is kept with the run', async () => {
  const world = await start();
  const { runId, taskId } = await world.run({}, { privacy: 'on', consent_text: 'Accetto' });
  expect(await world.consents(taskId)).toMatchObject([
    { run_id: runId, consent: { given: true, text: 'Accetto', at: null } },
  ]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['goes to who has agreed', { privacy: 'on' }, 'succeeded'],
  ['does not go to who has not', { privacy: 'no' }, 'skipped'],
  ['does not go where nothing says so', { citta: 'Bologna' }, 'skipped'],
])('a message of a task that requires consent %s', async (_name, fields, status) => {
  const world = await start();
  const { first } = await world.run({ require_consent: true }, fields);
  expect(first?.status).toBe(status);
  expect(first?.reason?.code).toBe(status === 'skipped' ? 'no_consent' : undefined);
});

test('the task says where consent is, and has the last word over names', async () => {
  const world = await start();
  const consent = { given: 'extra_fields.casella', at: 'extra_fields.quando' };
  const fields = { casella: 'sì', quando: '2026-03-01', privacy: 'no' };
  const { first, taskId } = await world.run({ require_consent: true, consent }, fields);
  expect(first?.status).toBe('succeeded');
  expect(await world.consents(taskId)).toMatchObject([{ consent: { given: true, at: '2026-03-01' } }]);
  const other = await world.run({ require_consent: true, consent }, { casella: '' });
  expect(other.first?.reason?.code).toBe('no_consent');
});
