import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newConnectionId } from '@taskhook/contracts';
import type { LogFields, Logger } from '@taskhook/telemetry';
import { createAddressHasher, createUnsubscribeTokens } from '@taskhook/vault';
import { connect, type Published } from './connect.ts';
import { until } from '@taskhook/testing';
import {
  MAIL_LOGIN,
  mailServer,
  TWILIO,
  twilioError,
  twilioLookAlike,
  WHATSAPP,
  whatsAppError,
  whatsAppLookAlike,
} from '@taskhook/testing/look-alikes';
import { mario, platform, startRunner, type Platform } from './runner.ts';
import { spawnRunner } from './spawn-runner.ts';

const smtp = (port: number, more: object = {}) => ({
  provider: 'smtp' as const,
  settings: {
    host: '127.0.0.1',
    port,
    security: 'none',
    username: MAIL_LOGIN.username,
    from: 'Corso <info@corso.example>',
    ...more,
  },
  secrets: { password: MAIL_LOGIN.password },
});

async function start(more: Record<string, string> = {}, logger?: Logger) {
  const world = await platform();
  const environment = { TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8', HTTP_TIMEOUT: '500ms', ...more };
  await startRunner(world, environment, logger);
  return world;
}

const mailStep = (connection: string, message: object = {}) => ({
  id: 'mail',
  channel: 'email' as const,
  connection,
  message: { subject: 'Ciao {{first_name}}', text: 'Ciao {{first_name}}!', ...message },
});

describe('a mail', () => {
  test('arrives with its text, its HTML and the headers that a mail of its kind needs', async () => {
    const world = await start();
    const server = await mailServer();
    const connection = await connect(world, smtp(server.port));
    const message = {
      html: '<p>Ciao {{full_name}}!</p>',
      reply_to: 'anna@corso.example',
      unsubscribe_url: 'https://corso.example/u/{{run.id}}',
    };
    const task = await world.task({ steps: [mailStep(connection, message)] });
    const runId = await world.lead(task, { lead: { ...mario, full_name: 'Mario <b>Rossi</b>' } });
    const run = await world.reached(runId, 'succeeded');
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: 'info@corso.example', to: ['mario@example.it'] });
    for (const line of [
      'From: Corso <info@corso.example>',
      'To: mario@example.it',
      'Reply-To: anna@corso.example',
      'Subject: Ciao Mario',
      `Message-ID: <${runId}.mail@corso.example>`,
      `List-Unsubscribe: <https://corso.example/u/${runId}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Ciao Mario!',
      '<p>Ciao Mario &lt;b&gt;Rossi&lt;/b&gt;!</p>',
    ]) {
      expect(mail?.source.replaceAll('\r\n ', ' ')).toContain(line);
    }
    expect(run.steps[0]?.attempts[0]).toMatchObject({ status_code: 250, outcome: 'delivered' });
  });

  test('that says nothing of how to leave it can be left by a link of ours, with one click', async () => {
    const world = await start({ PUBLIC_URL: 'https://hooks.example' });
    const server = await mailServer();
    const task = await world.task({ steps: [mailStep(await connect(world, smtp(server.port)))] });
    await world.reached(await world.lead(task), 'succeeded');
    const source = server.mails[0]?.source.replaceAll('\r\n ', ' ') ?? '';
    const [, token = ''] =
      /List-Unsubscribe: <https:\/\/hooks\.example\/unsubscribe\/([^>]+)>/.exec(source) ?? [];
    expect(source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const key = Buffer.from(world.environment['TASKHOOK_SECRET_KEY'] ?? '', 'base64');
    const addresses = createAddressHasher(key);
    expect(createUnsubscribeTokens(addresses, key).read(token)).toBe(
      addresses.hash('email', String(mario.email)),
    );
  });

  test('is signed where the connection has a key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const world = await start();
    const server = await mailServer();
    const dkim = { domain: 'corso.example', selector: 'one' };
    const { secrets, ...connection } = smtp(server.port, { dkim });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const id = await connect(world, { ...connection, secrets: { ...secrets, 'dkim.private_key': key } });
    const task = await world.task({ steps: [mailStep(id)] });
    await world.reached(await world.lead(task), 'succeeded');
    expect(server.mails[0]?.source).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256;[\s\S]*d=corso.example;/m);
  });

  test('cannot be given a header or a second reader by a lead', async () => {
    const world = await start();
    const server = await mailServer();
    const connection = await connect(world, smtp(server.port));
    const task = await world.task({ steps: [mailStep(connection, { subject: '{{full_name}}' })] });
    const full_name = 'Mario\r\nBcc: eva@example.com\r\n\r\nbody';
    await world.reached(await world.lead(task, { lead: { ...mario, full_name } }), 'succeeded');
    expect(server.mails[0]?.to).toEqual(['mario@example.it']);
    expect(server.mails[0]?.source).toContain('Subject: Mario Bcc: eva@example.com body\r\n');
    expect(server.mails[0]?.source).not.toMatch(/^Bcc/m);
  });

  test('goes again with the same Message-ID', async () => {
    const world = await start();
    const server = await mailServer();
    server.next('451 4.3.0 later', '421 4.7.28 slower');
    const connection = await connect(world, smtp(server.port));
    const retry = { delay: '1s' };
    const task = await world.task({ steps: [{ ...mailStep(connection), retry }] });
    const run = await world.reached(await world.lead(task), 'succeeded');
    expect(run.steps[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'throttled', 'delivered']);
    expect(server.begun()).toBe(3);
  });

  test('is sent over the connection of the one before', async () => {
    const world = await start();
    const server = await mailServer();
    const task = await world.task({ steps: [mailStep(await connect(world, smtp(server.port)))] });
    for (let n = 0; n < 3; n += 1) await world.reached(await world.lead(task), 'succeeded');
    expect([server.mails.length, server.logins()]).toEqual([3, 1]);
  });

  test('is not sent over a connection that cannot be made safe as the connection asks', async () => {
    const world = await start();
    const plain = await mailServer();
    const selfSigned = await mailServer({ disabledCommands: [] });
    const once = { retry: { max_attempts: 1 } };
    for (const [port, words] of [
      [plain.port, 'does not offer the encryption'],
      [selfSigned.port, 'certificate was not accepted'],
    ] as const) {
      const connection = await connect(world, smtp(port, { security: 'starttls' }));
      const task = await world.task({ steps: [{ ...mailStep(connection), ...once }] });
      const run = await world.reached(await world.lead(task), 'failed');
      expect(run.steps[0]?.attempts[0]?.error?.message).toContain(words);
    }
    expect([plain.logins(), selfSigned.logins(), plain.mails, selfSigned.mails]).toEqual([0, 0, [], []]);
  });

  test('ends with a reason where the login is refused, and counts a new password at once', async () => {
    const world = await start();
    const server = await mailServer();
    const wrong = { ...smtp(server.port), secrets: { password: 'wrong-canary' } };
    const task = await world.task({ steps: [mailStep(await connect(world, wrong))] });
    const run = await world.reached(await world.lead(task), 'failed');
    expect(run.reason).toMatchObject({ code: 'connection_refused' });
    expect(JSON.stringify(run)).not.toContain('canary');
  });

  test('is not sent to a mail server that is not public', async () => {
    const world = await start({ TASKHOOK_OUTBOUND_ALLOW: '' });
    const server = await mailServer();
    const task = await world.task({ steps: [mailStep(await connect(world, smtp(server.port)))] });
    const run = await world.reached(await world.lead(task), 'failed');
    expect(run.reason).toMatchObject({ code: 'address_refused' });
    const named = await connect(world, smtp(server.port, { host: 'localhost' }));
    const other = await world.task({ steps: [mailStep(named)] });
    const second = await world.reached(await world.lead(other), 'failed');
    expect(second.reason).toMatchObject({ code: 'address_refused' });
    expect(server.logins()).toBe(0);
  });
});

const twilio = (base_url: string): Published => {
  const { provider, auth_token, ...settings } = TWILIO;
  return { provider, settings: { ...settings, base_url }, secrets: { auth_token } };
};
const whatsApp = (base_url: string): Published => {
  const { provider, access_token, ...settings } = WHATSAPP;
  return { provider, settings: { ...settings, base_url }, secrets: { access_token } };
};

const smsStep = (connection: string) => ({
  id: 'sms',
  channel: 'sms' as const,
  connection,
  message: { text: 'Ciao {{first_name}}' },
});

const waStep = (connection: string) => ({
  id: 'wa',
  channel: 'whatsapp' as const,
  connection,
  message: { text: 'Ciao {{first_name}}' },
});

describe('an SMS or WhatsApp message', () => {
  test('goes out as the steps of one run over their connections', async () => {
    const world = await start();
    const [meta, sms] = [await whatsAppLookAlike(), await twilioLookAlike()];
    const template = { name: 'benvenuto', language: 'it', parameters: ['{{first_name}}'] };
    const task = await world.task({
      steps: [
        {
          id: 'wa',
          channel: 'whatsapp',
          connection: await connect(world, whatsApp(meta.url)),
          message: { template },
        },
        smsStep(await connect(world, twilio(sms.url))),
      ],
    });
    const run = await world.reached(await world.lead(task), 'succeeded');
    expect([meta.taken.length, sms.taken.length]).toEqual([1, 1]);
    expect(run.steps[1]?.rendered).toEqual({ to: '+393331234567', text: 'Ciao Mario' });
    expect(JSON.stringify(run)).not.toContain('canary');
  });

  test.each(['hang', 'break'] as const)(
    'that may have gone when its provider would %s is not sent again',
    async (behaviour) => {
      const world = await start();
      const server = await whatsAppLookAlike();
      server.next(behaviour);
      const task = await world.task({ steps: [waStep(await connect(world, whatsApp(server.url)))] });
      const run = await world.reached(await world.lead(task), 'failed');
      expect(run.reason).toMatchObject({ code: 'outcome_unknown' });
      expect(run.steps[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['unknown']);
      expect(server.requests).toHaveLength(1);
    },
  );

  test('whose worker was killed while it sent it is not sent again, and the others go on', async () => {
    const world = await platform();
    const server = await whatsAppLookAlike();
    server.next(...Array.from({ length: 20 }, () => 'hang' as const));
    const environment = {
      TASKHOOK_OUTBOUND_ALLOW: '127.0.0.0/8',
      RUNNER_LOCK_DURATION: '1s',
      RUNNER_CONCURRENCY: '20',
    };
    const first = await spawnRunner(world, environment);
    const task = await world.task({ steps: [waStep(await connect(world, whatsApp(server.url)))] });
    const runIds = await Promise.all(Array.from({ length: 30 }, () => world.lead(task)));
    await until('calls that hang', () => server.requests.length === 20);
    first.kill('SIGKILL');
    await first.exited;
    await spawnRunner(world, environment);
    const runs = await Promise.all(runIds.map((runId) => world.reached(runId, 'succeeded', 'failed')));
    const unknown = runs.filter(({ status }) => status === 'failed');
    expect(unknown.map(({ reason }) => reason?.code)).toEqual(
      Array.from({ length: 20 }, () => 'outcome_unknown'),
    );
    expect(server.requests).toHaveLength(30);
  });

  test('goes again where nothing can have been sent', async () => {
    const world = await start();
    const connection = await connect(world, twilio('http://127.0.0.1:1'));
    const task = await world.task({
      steps: [{ ...smsStep(connection), retry: { max_attempts: 2, delay: '1s' } }],
    });
    const run = await world.reached(await world.lead(task), 'failed');
    expect(run.steps[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'retry']);
  });

  test.each([
    ['is gone', async () => newConnectionId()],
    ['is of another kind', (world: Platform) => connect(world, smtp(25))],
  ])('ends with a reason where its connection %s', async (_what, open) => {
    const world = await start();
    const task = await world.task({ steps: [smsStep(await open(world))] });
    const run = await world.reached(await world.lead(task), 'failed');
    expect(run.reason).toMatchObject({ code: 'connection_missing' });
  });
});

test('what is logged of deliveries and failures holds no secret and nobody', async () => {
  const lines: string[] = [];
  const tell = (message: string, fields?: LogFields) => void lines.push(JSON.stringify([message, fields]));
  const world = await start({}, { debug: tell, info: tell, warn: tell, error: tell });
  const [mail, sms, meta] = [await mailServer(), await twilioLookAlike(), await whatsAppLookAlike()];
  mail.next('550 5.1.1 <mario@example.it> unknown to mail-password-canary');
  sms.next(twilioError(400, 21_610));
  meta.next(whatsAppError(401, 190));
  const steps = [
    mailStep(await connect(world, smtp(mail.port))),
    smsStep(await connect(world, twilio(sms.url))),
    {
      id: 'wa',
      channel: 'whatsapp' as const,
      connection: await connect(world, whatsApp(meta.url)),
      message: { text: 'Ciao' },
    },
  ];
  for (const step of steps) {
    const task = await world.task({ steps: [step] });
    await world.reached(await world.lead(task), 'failed');
    await world.reached(await world.lead(task), 'succeeded');
  }
  expect(lines.filter((line) => line.includes('attempt made'))).toHaveLength(6);
  expect(lines.join('\n')).not.toMatch(/canary|mario|3331234567|words of/i);
});
