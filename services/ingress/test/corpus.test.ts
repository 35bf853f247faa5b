import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Auth, Provider, RunAccepted, RunLogEvent, TaskInput } from '@taskhook/contracts';
import { testSettings } from '@taskhook/testing';
import { silentLogger } from '@taskhook/telemetry';
import { authOf, corpusAuth } from './corpus-auth.ts';
import { corpus, corpusFile, expectedLeads, messageOf, type CorpusFile } from './corpus-file.ts';
import { holdsValue } from './holds-value.ts';
import { runIngress, type RunningIngress } from './running-ingress.ts';
import { send, type RawAnswer } from './send.ts';

const ORIGIN = 'https://hooks.example.com';
const clock = { now: 0 };
let ingress: RunningIngress;
beforeAll(async () => {
  const environment = { PUBLIC_URL: ORIGIN };
  ingress = await runIngress(1, testSettings(), silentLogger, { now: () => clock.now, environment });
});
afterAll(() => ingress.close());

interface Sent {
  answer: RawAnswer;
  events: RunLogEvent[];
  taskId: string;
}

/** Sends a file to a task of its own that takes all there is; the address is in HubSpot's signature. */
async function sendFile(file: CorpusFile, auth: Auth, changes: Partial<TaskInput> = {}): Promise<Sent> {
  const signedAddress = auth.type === 'hmac' && auth.preset === 'hubspot-v3' ? { token: 'task_8f2c' } : {};
  const { url, taskId } = await ingress.task({
    ...signedAddress,
    input: {
      lead: { default_country: file.default_country ?? 'IT', required: [] },
      auth,
      partial_leads: 'run',
      form: { redirect_hosts: ['www.example.com'], accept_get: true },
      ...changes,
    },
  });
  const address = new URL(url);
  if (file.request_url !== undefined) address.search = new URL(file.request_url).search;
  const answer = await send(address.href, messageOf(file));
  return { answer, taskId, events: await ingress.runLog(taskId) };
}

const accepted = (events: RunLogEvent[]): RunAccepted[] =>
  events.filter((event) => event.type === 'accepted');
const handshakes = corpus.filter(({ kind, method }) => kind === 'handshake' || method === 'OPTIONS');
const malformed = corpus.filter(({ kind }) => kind === 'malformed');
const events = corpus.filter(({ kind }) => kind === 'event');
const leads = corpus.filter((file) => expectedLeads(file).length > 0);
const sets = [handshakes, malformed, events, leads];
const notifications = corpus.filter((file) => !sets.some((set) => set.includes(file)));

test('the corpus is complete, and each file of it is tested', () => {
  expect(corpus).toHaveLength(60);
  expect(notifications.map(({ name }) => name)).toEqual([
    '01-meta-dashboard-test-button',
    '01-meta-leadgen-change',
    '04-linkedin-lead-created',
    '09-hubspot-subscription-contact-creation',
    '14-zoho-notification',
  ]);
});

/** A form is sent on where it names the page: one of the corpus leaves it out. */
function expectedAnswer({ expected_response, body_text }: CorpusFile): [number, string | undefined] {
  const location = expected_response?.location;
  const names = location !== undefined && body_text.includes(encodeURIComponent(location));
  return names ? [303, location] : [200, undefined];
}

test.each(leads)('$name is accepted with the expected lead', async (file) => {
  const { auth, now } = authOf(file.name);
  clock.now = now;
  const { answer, events: told, taskId } = await sendFile(file, auth);
  expect([answer.status, answer.headers['location']]).toEqual(expectedAnswer(file));
  const runs = accepted(told);
  expect(runs).toHaveLength(expectedLeads(file).length);
  for (const [index, lead] of expectedLeads(file).entries()) {
    const run = runs[index];
    const { full_name, phone, email } = lead;
    expect(run?.lead).toMatchObject({ full_name, phone, email });
    const lost = Object.entries(lead.extra_fields).filter(
      ([, value]) => !holdsValue(run?.lead?.extra_fields, value),
    );
    expect(lost).toEqual([]);
    expect(run).toMatchObject({ status: 'queued', test: file.is_test ?? false, received_at: now });
    expect(run?.source).not.toBe('auto');
  }
  expect(told.filter(({ type }) => type !== 'accepted')).toEqual([]);
  expect(await ingress.fetches(taskId)).toEqual([]);
});

test.each(leads.filter(({ name }) => name !== '23-html-form-get'))(
  '$name again is the same run',
  async (file) => {
    const { auth, now } = authOf(file.name);
    clock.now = now;
    const { url, taskId } = await ingress.task({
      input: { auth, partial_leads: 'run', lead: { required: [] } },
    });
    const first = await send(url, messageOf(file));
    const again = await send(url, messageOf(file));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(accepted(await ingress.runLog(taskId))).toHaveLength(expectedLeads(file).length);
  },
);

test.each(malformed)('$name is told to be malformed, and is kept', async (file) => {
  const { answer, events: told } = await sendFile(file, { type: 'none' });
  expect(answer.status).toBe(400);
  expect(told).toMatchObject([{ type: 'quarantined', code: 'malformed_body' }]);
});

test.each(malformed)('$name is answered with 200 where the task wants it, and is kept', async (file) => {
  const { answer, events: told } = await sendFile(file, { type: 'none' }, { on_invalid: 'quarantine' });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { status: 'quarantined' }]);
  expect(told).toMatchObject([{ type: 'quarantined', code: 'malformed_body' }]);
});

test.each(events)('$name is no lead, and is answered with 200', async (file) => {
  const { auth, now } = authOf(file.name);
  clock.now = now;
  const { answer, events: told } = await sendFile(file, auth);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { status: 'ignored', leads: [] }]);
  expect(told).toEqual([]);
});

const providers: Record<string, Provider> = {
  '01': 'meta',
  '04': 'linkedin',
  '09': 'hubspot',
  '14': 'zoho',
};

test.each(notifications)('$name is a run for each id, to be fetched', async (file) => {
  const { auth, now } = authOf(file.name);
  clock.now = now;
  const provider = providers[file.name.slice(0, 2)];
  if (provider === undefined) throw new Error('no provider');
  const source_connection = await ingress.connection(provider);
  const { answer, events: told, taskId } = await sendFile(file, auth, { source_connection });
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([200, { status: 'accepted' }]);
  const runs = accepted(told);
  const jobs = await ingress.fetches(taskId);
  expect(runs.length).toBeGreaterThan(0);
  expect(jobs.map(({ run_id }) => run_id)).toEqual(runs.map(({ run_id }) => run_id));
  for (const run of runs) {
    expect(run).toMatchObject({ lead: null, test: file.kind === 'test', fetch: { provider } });
  }
  const ids = Object.values(file.expected.extra_fields);
  expect(ids.filter((id) => !holdsValue(runs, id))).toEqual([]);
});

test('the form by GET is refused where the task does not take leads by GET', async () => {
  const file = corpusFile('23-html-form-get');
  const { answer, events: told } = await sendFile(file, { type: 'none' }, { form: {} });
  expect([answer.status, answer.headers['allow'], told]).toEqual([405, 'POST, PUT, OPTIONS', []]);
});

test.each(handshakes.filter(({ method }) => method === 'GET'))(
  '$name gets its exact answer',
  async (file) => {
    const auth: Auth =
      file.name === '01-meta-verify-get'
        ? { type: 'hmac', preset: 'meta', secrets: ['any'], verify_token: 'meatyhamhock' }
        : { type: 'hmac', preset: 'linkedin', secrets: ['linkedin-client-secret-sample'] };
    const { answer, events: told } = await sendFile(file, auth);
    const { status, content_type = '', body, body_json } = file.expected_response ?? {};
    expect(answer.status).toBe(status);
    expect(String(answer.headers['content-type']).split(';')[0]).toBe(content_type);
    expect(answer.text).toBe(body ?? JSON.stringify(body_json));
    expect(told).toEqual([]);
  },
);

test('23-fetch-cors-preflight may post', async () => {
  const { answer } = await sendFile(corpusFile('23-fetch-cors-preflight'), { type: 'none' });
  expect(answer.status).toBe(204);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['access-control-allow-methods']).toContain('POST');
  expect(answer.headers['access-control-allow-headers']).toContain('content-type');
});

test.each(['', '/w/anything'])(
  '21-clickfunnels-classic-test-ping is answered with 200 below %s/',
  async (path) => {
    const url = `http://127.0.0.1:${ingress.ports[0]}${path}/funnel_webhooks/test`;
    expect((await send(url, messageOf(corpusFile('21-clickfunnels-classic-test-ping')))).status).toBe(200);
  },
);

test('the test ping of ClickFunnels at a webhook is no lead', async () => {
  const { answer, events: told } = await sendFile(corpusFile('21-clickfunnels-classic-test-ping'), {
    type: 'none',
  });
  expect([answer.status, told]).toEqual([200, []]);
});

test('Salesforce gets its acknowledgement, exactly', async () => {
  const file = corpusFile('13-salesforce-outbound-message');
  const { answer } = await sendFile(file, { type: 'none' });
  expect([answer.headers['content-type'], answer.text]).toEqual(['text/xml', file.expected_response?.body]);
});

const signed = Object.entries(corpusAuth).map(([name, { auth, now }]) => ({ name, auth, now }));

test.each(signed)('$name is refused where the secret is another one', async ({ name, auth, now }) => {
  clock.now = now;
  const other = { ...auth, secrets: ['another-secret'] } as Auth;
  const { answer, events: told } = await sendFile(corpusFile(name), other);
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([401, { code: 'unauthorized' }]);
  expect(told).toEqual([]);
});

test.each(signed.filter(({ auth }) => auth.type === 'hmac'))(
  '$name is refused where a byte of it was changed',
  async ({ name, auth, now }) => {
    clock.now = now;
    const file = corpusFile(name);
    const { answer, events: told } = await sendFile({ ...file, body_text: `${file.body_text} ` }, auth);
    expect([answer.status, told]).toEqual([401, []]);
  },
);

test.each(['09-hubspot-subscription-contact-creation', '18-wpforms-json', '22-calendly-invitee-created'])(
  '%s is refused an hour after it was signed',
  async (name) => {
    const { auth, now } = authOf(name);
    clock.now = now + 3_600_000;
    const { answer } = await sendFile(corpusFile(name), auth);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      401,
      { detail: expect.stringContaining('1 hour old') as string },
    ]);
  },
);

test('a partial answer and a test lead are ignored where the task wants them to be', async () => {
  for (const [name, changes] of [
    ['15-typeform-partial', { partial_leads: 'ignore' }],
    ['02-google-ads-send-test-data', { test_leads: 'ignore' }],
  ] as [string, Partial<TaskInput>][]) {
    const { auth, now } = authOf(name);
    clock.now = now;
    const { answer, events: told } = await sendFile(corpusFile(name), auth, changes);
    expect(JSON.parse(answer.text)).toEqual({ status: 'ignored', leads: [{ status: 'ignored' }] });
    expect([answer.status, told]).toEqual([200, []]);
  }
});
