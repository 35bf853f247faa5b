import { expect, test } from 'vitest';
import {
  newConnectionId,
  newRunId,
  newTaskId,
  withTaskDefaults,
  type ReceiptState,
  type StepJob,
  type StepResult,
} from '@taskhook/contracts';
import { compileTask, createTemplateEngine } from '@taskhook/templating';
import { earlierSteps } from './earlier-steps.ts';

const [twilio, gateway] = [newConnectionId(), newConnectionId()];

const definition = withTaskDefaults({
  name: 'Corso',
  test_leads: 'preview',
  steps: [
    { id: 'sms', channel: 'sms', connection: twilio, message: { text: 'Ciao' } },
    { id: 'other', channel: 'sms', connection: gateway, message: { text: 'Ciao' } },
    { id: 'blind', channel: 'preview', when: 'steps.sms.status', message: { text: 'x' } },
    { id: 'seeing', channel: 'preview', when: 'steps.sms.delivered', message: { text: 'x' } },
  ],
});

/** What the step at `index` sees, and how often receipts were asked for. */
async function seen(
  index: number,
  results: StepResult[],
  told: Record<string, ReceiptState> = {},
  more: Partial<StepJob> = {},
) {
  const compiled = compileTask(createTemplateEngine(), definition);
  const step = compiled.steps[index];
  if (step === undefined) throw new Error('no such step');
  const job: StepJob = {
    run_id: newRunId(),
    task_id: newTaskId(),
    revision: 1,
    step: index,
    lead: { full_name: null, phone: null, email: null, extra_fields: {} },
    source: 'generic',
    test: false,
    received_at: 0,
    attempts: 0,
    delivered: results.includes('delivered'),
    earlier: results,
    ...more,
  };
  let asked = 0;
  const receipts = {
    of: async () => {
      asked += 1;
      return told;
    },
    areToldOf: async ({ id }: { id: string }) => id === 'sms',
  };
  return { steps: await earlierSteps({ receipts }, { job, definition, compiled, step }), asked };
}

test('a message that its provider has taken has arrived when a receipt says so', async () => {
  const results: StepResult[] = ['delivered', 'delivered', 'skipped'];
  expect((await seen(3, results)).steps['sms']).toEqual({
    status: 'succeeded',
    outcome: 'delivered',
    receipt: null,
    delivered: false,
  });
  expect((await seen(3, results, { sms: 'sent' })).steps['sms']?.delivered).toBe(false);
  expect((await seen(3, results, { sms: 'delivered' })).steps['sms']?.delivered).toBe(true);
  expect((await seen(3, results, { sms: 'read' })).steps['sms']).toMatchObject({
    receipt: 'read',
    delivered: true,
  });
});

test('where no receipts are to be had the outcome stands for them', async () => {
  expect((await seen(3, ['delivered', 'delivered', 'skipped'])).steps['other']).toMatchObject({
    delivered: true,
  });
  expect((await seen(3, ['delivered', 'unknown', 'skipped'])).steps['other']).toMatchObject({
    status: 'failed',
    outcome: 'unknown',
    delivered: false,
  });
});

test('a message that was only rehearsed has arrived', async () => {
  const { steps } = await seen(3, ['delivered', 'delivered', 'skipped'], {}, { test: true });
  expect(steps['sms']?.delivered).toBe(true);
});

test('a step that was skipped, or failed without an attempt, has no outcome', async () => {
  const { steps } = await seen(2, ['skipped', 'failed']);
  expect(steps).toMatchObject({
    sms: { status: 'skipped', outcome: null, delivered: false },
    other: { status: 'failed', outcome: null, delivered: false },
  });
});

test('receipts are asked for by the steps that look at them alone', async () => {
  expect((await seen(2, ['delivered', 'delivered'])).asked).toBe(0);
  expect((await seen(3, ['delivered', 'delivered', 'skipped'])).asked).toBe(1);
});

test('a job of a version that did not carry the results is read as well as it can be', async () => {
  const job = { earlier: undefined, delivered: true } as unknown as Partial<StepJob>;
  expect((await seen(2, [], {}, job)).steps).toMatchObject({ sms: { status: 'succeeded' } });
});
