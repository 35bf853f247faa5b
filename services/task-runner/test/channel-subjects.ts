import type { Channel, ConnectionSettings } from '@taskhook/contracts';
import { createOutbound, parseCidrs } from '@taskhook/outbound';
import { createTemplateEngine, type RenderedFor } from '@taskhook/templating';
import { startReceiver } from '@taskhook/testing';
import {
  MAIL_LOGIN,
  mailServer,
  providerServer,
  TWILIO,
  twilioError,
  twilioLookAlike,
  WHATSAPP,
  whatsAppError,
  whatsAppLookAlike,
} from '@taskhook/testing/look-alikes';
import { onTestFinished } from 'vitest';
import type { ConnectionFor, Delivery, DeliveryChannel, DeliveryInput } from '../src/channels/channel.ts';
import { createEmailChannel } from '../src/channels/email/index.ts';
import { createHttpChannel } from '../src/channels/http/index.ts';
import { createPublicLinks } from '../src/channels/public-links.ts';
import { createPreviewChannel } from '../src/channels/preview/index.ts';
import { createSmsChannel } from '../src/channels/sms/index.ts';
import { createWhatsAppChannel } from '../src/channels/whatsapp/index.ts';

/** The ways in which every receiver can fail. */
export type Failure = 'refuses' | 'throttles' | 'fails' | 'hangs' | 'breaks' | 'refuses the login';

export type Common = Pick<
  DeliveryInput<Channel>,
  'idempotencyKey' | 'signingSecret' | 'attempt' | 'signal' | 'claim' | 'release' | 'inquiry' | 'messageRef'
>;

/** A channel with a receiver of its own. */
export interface Subject {
  deliver(input: Common): Promise<Delivery>;
  next(...failures: Failure[]): void;
  /** How many attempts have reached the receiver. */
  reached(): number;
  /** What of each attempt tells that it is a repetition; none where the channel has no such thing. */
  keys?(): unknown[];
}

export const TIMEOUT_MS = 300;
const outbound = () => {
  const opened = createOutbound(parseCidrs('127.0.0.0/8'), TIMEOUT_MS);
  onTestFinished(() => opened.close());
  return opened;
};

/** Opens the subject's channel for one test. */
export const subjects: Record<string, () => Promise<Subject>> = {
  http: openHttp,
  email: openEmail,
  'sms by Twilio': openTwilio,
  'sms by a gateway': openGateway,
  whatsapp: openWhatsApp,
};

const noLinks = createPublicLinks(undefined, { make: () => '' });

export function openPreview() {
  const channel = createPreviewChannel();
  return bind(channel, { channel: 'preview', text: 'Ciao Mario' });
}

function bind<C extends Channel>(
  channel: DeliveryChannel<C>,
  rendered: RenderedFor<C>,
  settings?: ConnectionSettings,
): (input: Common) => Promise<Delivery> {
  onTestFinished(() => channel.close());
  const connection = () =>
    Promise.resolve({ id: 'conn_1', version: '1', settings } as unknown as ConnectionFor<C>);
  return (input) => channel.deliver({ ...input, rendered, connection });
}

async function openHttp(): Promise<Subject> {
  const receiver = await startReceiver();
  onTestFinished(() => receiver.close());
  const rendered = {
    channel: 'http',
    method: 'POST',
    url: receiver.url,
    headers: {},
    body: { name: 'Mario' },
  };
  const answers = {
    refuses: { status: 400 },
    'refuses the login': { status: 401 },
    throttles: { status: 429, headers: { 'retry-after': '5' } },
    fails: { status: 500 },
    hangs: 'hang',
    breaks: 'break',
  } as const;
  return {
    deliver: bind(createHttpChannel(outbound()), rendered as RenderedFor<'http'>),
    next: (...failures) => receiver.next(...failures.map((failure) => answers[failure])),
    reached: () => receiver.requests.length,
    keys: () => receiver.requests.map(({ headers }) => headers['idempotency-key']),
  };
}

export function smtpSettings(port: number) {
  return {
    provider: 'smtp',
    host: '127.0.0.1',
    port,
    security: 'none',
    ...MAIL_LOGIN,
    from: 'Corso <info@corso.example>',
  } as const;
}

async function openEmail(): Promise<Subject> {
  const server = await mailServer();
  const rendered = {
    channel: 'email',
    to: 'mario@example.it',
    subject: 'Ciao Mario',
    text: 'Ciao Mario',
  } as const;
  const answers = {
    refuses: '550 5.1.1 <mario@example.it> unknown',
    'refuses the login': '535 5.7.8 no',
    throttles: '421 4.7.28 too many',
    fails: '451 4.3.0 later',
    hangs: 'hang',
    breaks: 'break',
  };
  return {
    deliver: bind(createEmailChannel(outbound(), noLinks), rendered, smtpSettings(server.port)),
    next: (...failures) => server.next(...failures.map((failure) => answers[failure])),
    reached: server.begun,
    keys: () => server.mails.map(({ source }) => /^Message-ID: (.*)\r$/im.exec(source)?.[1]),
  };
}

async function openTwilio(): Promise<Subject> {
  const server = await twilioLookAlike();
  const settings = { ...TWILIO, base_url: server.url };
  const rendered = { channel: 'sms', to: '+39 333 1234567', text: 'Ciao Mario' } as const;
  const answers = {
    refuses: twilioError(400, 21_610),
    'refuses the login': twilioError(401, 20_003),
    throttles: { ...twilioError(429, 20_429), headers: { 'retry-after': '5' } },
    fails: twilioError(500, 20_500),
    hangs: 'hang',
    breaks: 'break',
  } as const;
  return {
    deliver: bind(createSmsChannel(outbound(), createTemplateEngine(), noLinks), rendered, settings),
    next: (...failures) => server.next(...failures.map((failure) => answers[failure])),
    reached: () => server.requests.length,
  };
}

const GATEWAY_KEY = 'gateway-key-canary';

async function openGateway(): Promise<Subject> {
  const server = await providerServer(({ headers, path, body }) => {
    if (headers['authorization'] !== `Key ${GATEWAY_KEY}`) return { status: 401 };
    const wanted = '/send?to=%2B393331234567';
    return path === wanted && body.includes('"testo":"Ciao Mario"') ? { status: 202 } : { status: 400 };
  });
  const settings = {
    provider: 'sms-http',
    url: `${server.url}/send?to={{to | url_encode}}`,
    headers: { Authorization: 'Key {{secrets.key}}' },
    body: { testo: '{{text}}', riferimento: '{{id}}' },
    secrets: { key: GATEWAY_KEY },
  } as const;
  const rendered = { channel: 'sms', to: '+393331234567', text: 'Ciao Mario' } as const;
  const answers = {
    refuses: { status: 400, body: `no ${GATEWAY_KEY}` },
    'refuses the login': { status: 401, body: `no ${GATEWAY_KEY}` },
    throttles: { status: 429, headers: { 'retry-after': '5' } },
    fails: { status: 500 },
    hangs: 'hang',
    breaks: 'break',
  } as const;
  return {
    deliver: bind(createSmsChannel(outbound(), createTemplateEngine(), noLinks), rendered, settings),
    next: (...failures) => server.next(...failures.map((failure) => answers[failure])),
    reached: () => server.requests.length,
    keys: () => server.requests.map(({ body }) => (JSON.parse(body) as { riferimento: string }).riferimento),
  };
}

async function openWhatsApp(): Promise<Subject> {
  const server = await whatsAppLookAlike();
  const rendered = { channel: 'whatsapp', to: '+393331234567', text: 'Ciao Mario' } as const;
  const answers = {
    refuses: whatsAppError(400, 131_026),
    'refuses the login': whatsAppError(401, 190),
    throttles: { ...whatsAppError(429, 130_429), headers: { 'retry-after': '5' } },
    fails: whatsAppError(503, 131_016),
    hangs: 'hang',
    breaks: 'break',
  } as const;
  return {
    deliver: bind(createWhatsAppChannel(outbound()), rendered, { ...WHATSAPP, base_url: server.url }),
    next: (...failures) => server.next(...failures.map((failure) => answers[failure])),
    reached: () => server.requests.length,
    keys: () =>
      server.requests.map(
        ({ body }) => (JSON.parse(body) as { biz_opaque_callback_data: string }).biz_opaque_callback_data,
      ),
  };
}
