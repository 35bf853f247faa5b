import { expect, test } from 'vitest';
import { newConnectionId } from '@taskhook/contracts';
import { greeting, joe, notice, setup } from './fetch-setup.ts';
import { expiredToken, lookAlike, throttledByMeta, TOKEN } from './look-alikes.ts';
import { platform, startRunner } from './runner.ts';

test('the lead of a notification is fetched, and its steps go', async () => {
  const { world, provider, task, start } = await setup();
  await start();
  const runId = await world.notify(task, notice);
  const run = await world.reached(runId, 'succeeded');
  expect(run.steps).toMatchObject([{ id: 'hello', rendered: { text: 'Ciao Joe Example' } }]);
  const [accepted] = await world.accepted(runId);
  expect(accepted).toMatchObject({
    status: 'queued',
    source: 'meta',
    test: false,
    replay_of: null,
    fetch: { provider: 'meta', lead_id: joe.id, ids: notice.ids },
    lead: { full_name: 'Joe Example', phone: '+14155552671', email: 'joe@example.com' },
  });
  expect(accepted?.lead?.extra_fields).toMatchObject({ car_make: 'Honda', campaign_name: 'Open day' });
  expect(provider.requests).toHaveLength(1);
  expect(provider.requests[0]?.url.href).not.toContain(TOKEN);
});

test("the task's mapping counts for a fetched lead", async () => {
  const { world, task, start } = await setup({
    lead: { mapping: { full_name: '{{ car_make }} driver' } },
  });
  await start();
  const runId = await world.notify(task, notice);
  const run = await world.reached(runId, 'succeeded');
  expect(run.steps).toMatchObject([{ rendered: { text: 'Ciao Honda driver' } }]);
});

test('a LinkedIn response is read with its form, which names the answers', async () => {
  const world = await platform();
  const provider = await lookAlike('linkedin');
  const answer = (questionId: number, text: string) => ({
    questionId,
    answerDetails: { textQuestionAnswer: { answer: text } },
  });
  provider.objects.set('/rest/leadFormResponses/aaaa0000-5', {
    id: 'aaaa0000-5',
    versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:3162,1)',
    testLead: false,
    formResponse: {
      answers: [
        answer(1, 'Ada'),
        answer(2, 'Lovelace'),
        answer(3, 'ada@example.com'),
        answer(6, '+12025550123'),
      ],
    },
  });
  const questions = [
    { questionId: 1, name: 'firstName', predefinedField: 'FIRST_NAME' },
    { questionId: 2, name: 'lastName', predefinedField: 'LAST_NAME' },
    { questionId: 3, name: 'email', predefinedField: 'EMAIL' },
    { questionId: 6, name: 'phone', predefinedField: 'PHONE_NUMBER' },
  ];
  provider.objects.set('/rest/leadForms/3162', { id: 3162, content: { questions } });
  const connection = await world.connection('linkedin', TOKEN, `${provider.url}/`);
  const task = await world.task({ source_connection: connection, steps: [greeting] });
  await startRunner(world);
  const runId = await world.notify(task, { provider: 'linkedin', lead_id: 'aaaa0000-5' });
  await world.reached(runId, 'succeeded');
  expect((await world.accepted(runId))[0]?.lead).toMatchObject({
    full_name: 'Ada Lovelace',
    phone: '+12025550123',
    email: 'ada@example.com',
  });
  expect(provider.requests[0]?.url.searchParams.get('fields')).toContain('form:(');
});

test('a HubSpot contact is read with its properties, also where the event is about a lead object', async () => {
  const world = await platform();
  const provider = await lookAlike('hubspot');
  const properties = { firstname: 'Tom', lastname: 'Ray', phone: '+14155552671', email: 'tom@example.com' };
  const dates = { createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z', archived: false };
  provider.objects.set('/crm/v3/objects/contacts/512', { id: '512', properties, ...dates });
  const associations = { contacts: { results: [{ id: '512', type: 'lead_to_primary_contact' }] } };
  provider.objects.set('/crm/v3/objects/0-136/9', { id: '9', properties: {}, associations });
  const connection = await world.connection('hubspot', TOKEN, provider.url);
  const task = await world.task({ source_connection: connection, steps: [greeting] });
  await startRunner(world);
  for (const target of [{ lead_id: '512' }, { lead_id: '9', ids: { objectTypeId: '0-136' } }]) {
    const runId = await world.notify(task, { provider: 'hubspot', ...target });
    await world.reached(runId, 'succeeded');
    expect((await world.accepted(runId))[0]?.lead).toMatchObject({
      full_name: 'Tom Ray',
      phone: '+14155552671',
      email: 'tom@example.com',
    });
  }
});

test('a Zoho record is read from its module', async () => {
  const world = await platform();
  const provider = await lookAlike('zoho');
  provider.objects.set('/crm/v8/Leads/554023000000527002', {
    id: '554023000000527002',
    Full_Name: 'Wei Chen',
    Last_Name: 'Chen',
    Email: 'wei@example.com',
    Mobile: '+886912000099',
  });
  const connection = await world.connection('zoho', TOKEN, provider.url);
  const task = await world.task({ source_connection: connection, steps: [greeting] });
  await startRunner(world);
  const target = { provider: 'zoho', lead_id: '554023000000527002', ids: { module: 'Leads' } } as const;
  const runId = await world.notify(task, target);
  await world.reached(runId, 'succeeded');
  expect((await world.accepted(runId))[0]?.lead).toMatchObject({
    full_name: 'Wei Chen',
    phone: '+886912000099',
  });
  const unknown = await world.notify(task, { ...target, lead_id: '1' });
  expect((await world.reached(unknown, 'failed')).reason?.code).toBe('lead_not_found');
});

test('an expired token ends the run at once, and says in plain words what to do', async () => {
  const { world, provider, connection, task, start } = await setup();
  await start();
  provider.next(expiredToken);
  const run = await world.reached(await world.notify(task, notice), 'failed');
  expect(run.reason).toEqual({
    code: 'connection_refused',
    message:
      `Facebook Lead Ads no longer takes the access token of the connection ${connection}: it has expired. ` +
      'Sign in again there, save the new token in the connection, then replay the run.',
  });
  expect(provider.requests).toHaveLength(1);
});

test('a token that was renewed counts for the next lead', async () => {
  const { world, provider, connection, task, start } = await setup({}, 'the-old-token');
  await start();
  expect((await world.reached(await world.notify(task, notice), 'failed')).reason?.code).toBe(
    'connection_refused',
  );
  await world.connection('meta', TOKEN, provider.url, connection);
  await world.reached(await world.notify(task, notice), 'succeeded');
});

test('a lead that the provider does not have ends the run', async () => {
  const { world, task, start } = await setup();
  await start();
  const run = await world.reached(await world.notify(task, { ...notice, lead_id: '1' }), 'failed');
  expect(run.reason).toMatchObject({ code: 'lead_not_found' });
  expect(run.reason?.message).toContain('Facebook Lead Ads has no lead with the id of the notification');
});

test("the id of the dashboard's test button ends the run without an alarm", async () => {
  const { world, task, start } = await setup();
  await start();
  const runId = await world.notify(task, { ...notice, lead_id: '444444444444', test: true });
  expect((await world.reached(runId, 'skipped')).reason?.code).toBe('lead_not_found');
});

test('a provider that throttles, fails, breaks off, hangs or talks nonsense is asked again, and each failure is told', async () => {
  const { world, provider, task, start } = await setup();
  await start();
  provider.next(throttledByMeta, { status: 503, body: {} }, 'break', 'hang', { status: 200, body: '<html>' });
  const runId = await world.notify(task, notice);
  await world.reached(runId, 'succeeded');
  const waits = (await world.events(runId)).filter(({ status, step }) => status === 'waiting' && !step);
  expect(waits.map(({ reason }) => reason?.code)).toEqual([
    'receiver_throttled',
    'receiver_failed',
    'connection_failed',
    'delivery_timeout',
    'receiver_failed',
  ]);
  expect(waits.map(({ order }) => order)).toEqual(waits.map(({ order }) => order).toSorted((a, b) => a - b));
  expect(waits.map(({ reason }) => reason?.message)).toEqual([
    'Facebook Lead Ads asks for fewer calls: error 80005.',
    'Facebook Lead Ads did not give the lead: status 503.',
    'Facebook Lead Ads did not give the lead: the receiver broke off the connection.',
    'Facebook Lead Ads did not give the lead: the receiver did not answer in time.',
    'Facebook Lead Ads did not give the lead: the answer is no JSON.',
  ]);
  expect(provider.requests).toHaveLength(6);
});

test('a pause that the provider asks for is kept', async () => {
  const { world, provider, task, start } = await setup();
  await start();
  provider.next({ status: 429, headers: { 'retry-after': '1' }, body: {} });
  const before = Date.now();
  await world.reached(await world.notify(task, notice), 'succeeded');
  expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
});

test('the last try that fails ends the run', async () => {
  const { world, provider, task, start } = await setup();
  await start();
  provider.next({ status: 500, body: {} });
  const run = await world.reached(await world.notify(task, { ...notice, attempts: 7 }), 'failed');
  expect(run.reason).toMatchObject({ code: 'attempts_exhausted' });
  expect(run.reason?.message).toContain('could not be fetched in 8 tries');
});

test('a task without a connection, with one that is gone or with one to another provider, says what to connect', async () => {
  const { world, provider, start } = await setup();
  await start();
  const other = await world.connection('hubspot', TOKEN, provider.url);
  const cases = [
    [{}, /^This task needs a connection to Facebook Lead Ads to read its leads/],
    [{ source_connection: newConnectionId() }, /is gone: give it another one to Facebook Lead Ads/],
    [{ source_connection: other }, /is one to HubSpot: give it one to Facebook Lead Ads/],
  ] as const;
  for (const [input, message] of cases) {
    const run = await world.reached(await world.notify(await world.task(input), notice), 'failed');
    expect(run.reason?.code).toBe('connection_missing');
    expect(run.reason?.message).toMatch(message);
  }
  expect(provider.requests).toEqual([]);
});

test('the token goes to no address that may not be reached', async () => {
  const { world, provider, task } = await setup();
  await startRunner(world, { TASKHOOK_OUTBOUND_ALLOW: '' });
  const run = await world.reached(await world.notify(task, notice), 'failed');
  expect(run.reason).toMatchObject({
    code: 'address_refused',
    message: expect.stringContaining('not public'),
  });
  expect(provider.requests).toEqual([]);
});

test('a runner without fetches leaves them to others', async () => {
  const { world, provider, task } = await setup();
  await startRunner(world, { RUNNER_FETCH: 'false' });
  const runId = await world.notify(task, notice);
  await world.reached(await world.lead(task), 'succeeded');
  expect(await world.fetches.has(runId)).toBe(true);
  expect(provider.requests).toEqual([]);
});

test('fetches are counted by provider and outcome', async () => {
  const { world, provider, task, start } = await setup();
  const { adminPort } = await start();
  provider.next(throttledByMeta);
  await world.reached(await world.notify(task, notice), 'succeeded');
  await world.reached(await world.notify(task, { ...notice, lead_id: '1' }), 'failed');
  const exposed = await (await fetch(`http://127.0.0.1:${adminPort}/metrics`)).text();
  for (const outcome of ['throttled', 'fetched', 'not_found']) {
    expect(exposed).toContain(`taskhook_fetches_total{provider="meta",outcome="${outcome}"} 1\n`);
  }
  expect(exposed).toContain('taskhook_runs_finished_total{status="failed"} 1\n');
  expect(exposed).not.toContain(joe.id);
});
