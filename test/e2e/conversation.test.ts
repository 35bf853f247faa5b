import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Connection, Run, TaskInput } from '@taskhook/contracts';
import { startReceiver, until } from '@taskhook/testing';
import {
  MAIL_LOGIN,
  mailServer,
  TWILIO,
  twilioLookAlike,
  WHATSAPP,
  whatsAppLookAlike,
} from '@taskhook/testing/look-alikes';
import { startClock, type Clock } from './clock.ts';
import { startStack, type Stack } from './stack.ts';

const APP_SECRET = 'app-secret-of-meta';

const giulia = { full_name: 'Giulia Bianchi', phone: '+39 347 7654321', email: 'giulia@example.com' };
const ann = { full_name: 'Ann Miller', phone: '+1 212 736 5000', email: 'ann@example.com' };

/** The steps are those of a campaign: WhatsApp, SMS where that did not arrive, a mail in the morning, the CRM. */
function campaign(connections: Record<'whatsapp' | 'sms' | 'email', string>, crm: string): TaskInput {
  return {
    name: 'Corso',
    steps: [
      {
        id: 'whatsapp',
        channel: 'whatsapp',
        on_failure: 'continue',
        connection: connections.whatsapp,
        message: { text: 'Ciao {{first_name}}' },
      },
      {
        id: 'sms',
        channel: 'sms',
        wait: '10m',
        when: 'steps.whatsapp.delivered == false',
        connection: connections.sms,
        message: { text: 'Ciao {{first_name}}, ti abbiamo scritto su WhatsApp' },
      },
      {
        id: 'mail',
        channel: 'email',
        at: { time: '09:00', day: 'tomorrow', zone: { from: 'phone', fallback: 'Europe/Rome' } },
        connection: connections.email,
        message: { subject: 'Buongiorno {{first_name}}', text: 'Il corso inizia lunedì.' },
      },
      {
        id: 'crm',
        channel: 'http',
        request: {
          url: crm,
          body: {
            name: '{{full_name}}',
            whatsapp: '{{steps.whatsapp.receipt}}',
            sms: '{{steps.sms.status}}',
          },
        },
      },
    ],
  };
}

/** Look-alikes of all providers, and connections to them. */
async function providers(stack: Stack) {
  const [whatsapp, twilio, mail, crm] = await Promise.all([
    whatsAppLookAlike(),
    twilioLookAlike(),
    mailServer(),
    startReceiver(),
  ]);
  onTestFinished(() => crm.close());
  const connect = async (members: object): Promise<string> => {
    const { status, body } = await stack.api<Connection>('POST', '/v1/connections', members);
    expect(status).toBe(201);
    return body.id;
  };
  const smtp = {
    provider: 'smtp',
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    from: 'corso@example.com',
  };
  const connections = {
    whatsapp: await connect({
      ...WHATSAPP,
      app_secret: APP_SECRET,
      name: 'WhatsApp',
      base_url: whatsapp.url,
    }),
    sms: await connect({ ...TWILIO, name: 'Twilio', base_url: twilio.url }),
    email: await connect({ ...MAIL_LOGIN, ...smtp, name: 'Mail' }),
  };
  return { whatsapp, twilio, mail, crm, connections };
}

/** The stack with a clock of the test's own, on the evening before the clocks of Europe are put forward. */
async function evening(): Promise<{ stack: Stack; clock: Clock }> {
  const clock = await startClock('2026-03-28T20:30:00+01:00');
  onTestFinished(() => clock.close());
  const stack = await startStack(clock.environment);
  onTestFinished(() => stack.close());
  return { stack, clock };
}

type LookAlike = Awaited<ReturnType<typeof providers>>['whatsapp'];

/** Tells that a message was read, as Meta does: by a signed call to the address that the connection shows. */
async function tellRead(stack: Stack, connectionId: string, { taken }: LookAlike, to: string): Promise<void> {
  const sent = taken
    .map(({ body }) => JSON.parse(body) as { to: string; biz_opaque_callback_data: string })
    .find((message) => message.to === to);
  const { body: connection } = await stack.api<Connection>('GET', `/v1/connections/${connectionId}`);
  const status = {
    id: 'wamid.HBgM',
    status: 'read',
    timestamp: String(Math.floor(Date.now() / 1_000)),
    recipient_id: to,
    biz_opaque_callback_data: sent?.biz_opaque_callback_data,
  };
  const value = { messaging_product: 'whatsapp', statuses: [status] };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  });
  const { inbound } = connection as { inbound?: { url: string } };
  const answer = await fetch(inbound?.url ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`,
    },
    body,
  });
  expect(answer.status).toBe(200);
}

/** The run once its step is in a state; waiting steps are looked at by services every ten seconds. */
const stepIn = (stack: Stack, runId: string, stepId: string, status: string) =>
  until(
    `step ${stepId} to be ${status}`,
    async () => {
      const { body } = await stack.api<Run>('GET', `/v1/runs/${runId}`);
      return body.steps?.find(({ id }) => id === stepId)?.status === status && body;
    },
    60_000,
  );

const timeline = ({ steps }: Run) =>
  steps.map(({ id, status, reason, attempts }) => [
    id,
    status,
    reason?.code ?? null,
    attempts.map(({ outcome }) => outcome),
  ]);

const dueAt = ({ steps }: Run, id: string) => Date.parse(steps.find((step) => step.id === id)?.due_at ?? '');

test('a conversation of four steps goes over all channels, each at its time, and reads as a timeline', async () => {
  const { stack, clock } = await evening();
  const { whatsapp, twilio, mail, crm, connections } = await providers(stack);
  const task = await stack.createTask(campaign(connections, crm.url));
  const runOf = async (lead: object) => (await stack.send(task, lead)).body.leads[0]?.run_id ?? '';
  const [italian, american] = [await runOf(giulia), await runOf(ann)];

  for (const runId of [italian, american]) {
    const run = await stepIn(stack, runId, 'sms', 'waiting');
    expect(timeline(run)).toEqual([
      ['whatsapp', 'succeeded', null, ['delivered']],
      ['sms', 'waiting', null, []],
    ]);
    expect(dueAt(run, 'sms') - Date.parse(run.steps[0]?.attempts[0]?.at ?? '')).toBeGreaterThanOrEqual(
      600_000,
    );
  }
  expect(whatsapp.taken).toHaveLength(2);
  await tellRead(stack, connections.whatsapp, whatsapp, '393477654321');

  clock.set('2026-03-28T20:41:00+01:00');
  const skipped = await stepIn(stack, italian, 'sms', 'skipped');
  expect(timeline(skipped).slice(1)).toEqual([
    ['sms', 'skipped', 'condition', []],
    ['mail', 'waiting', 'at', []],
  ]);
  const sent = await stepIn(stack, american, 'sms', 'succeeded');
  expect(timeline(sent).slice(1)).toEqual([
    ['sms', 'succeeded', null, ['delivered']],
    ['mail', 'waiting', 'at', []],
  ]);
  expect(twilio.taken.map(({ body }) => new URLSearchParams(body).get('To'))).toEqual(['+12127365000']);
  // Nine in the morning of each: in Rome the clocks are put forward in this night.
  expect(dueAt(skipped, 'mail')).toBe(Date.parse('2026-03-29T09:00:00+02:00'));
  expect(dueAt(sent, 'mail')).toBe(Date.parse('2026-03-29T09:00:00-04:00'));

  clock.set('2026-03-29T09:00:01+02:00');
  const done = await stepIn(stack, italian, 'crm', 'succeeded');
  expect(done.status).toBe('succeeded');
  expect(mail.mails.map(({ to }) => to)).toEqual([['giulia@example.com']]);
  clock.set('2026-03-29T09:00:01-04:00');
  const last = await stepIn(stack, american, 'crm', 'succeeded');

  expect(timeline(done)).toEqual([
    ['whatsapp', 'succeeded', null, ['delivered']],
    ['sms', 'skipped', 'condition', []],
    ['mail', 'succeeded', null, ['delivered']],
    ['crm', 'succeeded', null, ['delivered']],
  ]);
  for (const run of [done, last]) {
    const at = run.steps.flatMap(({ attempts }) => attempts.map((attempt) => Date.parse(attempt.at)));
    expect(at.toSorted((a, b) => a - b)).toEqual(at);
    expect(at[0]).toBeGreaterThanOrEqual(Date.parse(run.received_at));
  }
  expect(mail.mails.map(({ to }) => to)).toEqual([['giulia@example.com'], ['ann@example.com']]);
  expect(crm.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { name: 'Giulia Bianchi', whatsapp: 'read', sms: 'skipped' },
    { name: 'Ann Miller', whatsapp: '', sms: 'succeeded' },
  ]);
}, 180_000);
