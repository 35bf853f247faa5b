import { openLink, startReceiver, type Link } from '@taskhook/testing';
import {
  MAIL_LOGIN,
  openMailServer,
  openProviderServer,
  TWILIO,
  twilioLookAlike,
  WHATSAPP,
  whatsAppLookAlike,
} from '@taskhook/testing/look-alikes';
import type { TaskInput } from '@taskhook/contracts';
import type { Api } from '../stage/api.ts';
import type { KilledChannel } from './points.ts';

type Step = NonNullable<TaskInput['steps']>[number];

/** Where the messages of one channel go, behind a link. */
export interface ChannelReceiver {
  link: Link;
  /** The one step of the channel's task. */
  step: Step;
  /**
   * What the receiver would take for different messages, by the phone number or address of the lead: the
   * idempotency keys of http and e-mail, and each message that was taken of the others.
   */
  messages: () => Map<string, string[]>;
}

const openers: Record<KilledChannel, (stack: AsyncDisposableStack, api: Api) => Promise<ChannelReceiver>> = {
  http: openHttp,
  email: openEmail,
  sms: openSms,
  whatsapp: openWhatsApp,
};

export const openReceiver = (
  channel: KilledChannel,
  stack: AsyncDisposableStack,
  api: Api,
): Promise<ChannelReceiver> => openers[channel](stack, api);

async function openHttp(stack: AsyncDisposableStack): Promise<ChannelReceiver> {
  const receiver = await startReceiver();
  stack.defer(() => receiver.close());
  const link = await linkTo(stack, portOf(receiver.url));
  return {
    link,
    step: { id: 'send', channel: 'http', request: { url: urlOf(link), body: { phone: '{{phone}}' } } },
    messages: () => {
      const messages = receiver.requests.map(({ body, headers }): [string, string] => [
        (JSON.parse(body) as { phone: string }).phone,
        String(headers['webhook-id']),
      ]);
      return different(messages);
    },
  };
}

async function openEmail(stack: AsyncDisposableStack, api: Api): Promise<ChannelReceiver> {
  const server = await openMailServer();
  stack.defer(() => server.close());
  const link = await linkTo(stack, server.port);
  const { id } = await api.createConnection({
    name: 'Mail',
    provider: 'smtp',
    host: '127.0.0.1',
    port: link.port,
    security: 'none',
    ...MAIL_LOGIN,
    from: 'info@corso.example',
  });
  return {
    link,
    step: { id: 'send', channel: 'email', connection: id, message: { subject: 'Ciao', text: 'Ciao' } },
    messages: () =>
      different(
        server.mails.map(({ to, source }) => [String(to[0]), /^Message-ID: (.*)$/im.exec(source)?.[1] ?? '']),
      ),
  };
}

async function openSms(stack: AsyncDisposableStack, api: Api): Promise<ChannelReceiver> {
  const server = await twilioLookAlike(openProviderServer);
  stack.defer(() => server.close());
  const link = await linkTo(stack, portOf(server.url));
  const { id } = await api.createConnection({ name: 'SMS', ...TWILIO, base_url: urlOf(link) });
  const taken = () => server.taken.filter(({ method }) => method === 'POST');
  return {
    link,
    step: { id: 'send', channel: 'sms', connection: id, message: { text: 'Ciao {{first_name}}' } },
    messages: () => each(taken().map(({ body }) => new URLSearchParams(body).get('To') ?? '')),
  };
}

async function openWhatsApp(stack: AsyncDisposableStack, api: Api): Promise<ChannelReceiver> {
  const server = await whatsAppLookAlike(openProviderServer);
  stack.defer(() => server.close());
  const link = await linkTo(stack, portOf(server.url));
  const { id } = await api.createConnection({ name: 'WhatsApp', ...WHATSAPP, base_url: urlOf(link) });
  return {
    link,
    step: { id: 'send', channel: 'whatsapp', connection: id, message: { text: 'Ciao {{first_name}}' } },
    messages: () => each(server.taken.map(({ body }) => `+${(JSON.parse(body) as { to: string }).to}`)),
  };
}

async function linkTo(stack: AsyncDisposableStack, port: number): Promise<Link> {
  const link = await openLink(port);
  stack.defer(() => link.close());
  return link;
}

const portOf = (url: string): number => Number(new URL(url).port);
const urlOf = ({ port }: Link): string => `http://127.0.0.1:${port}`;

/** Those of one key count once. */
function different(messages: readonly [to: string, key: string][]): Map<string, string[]> {
  const keys = Map.groupBy(messages, ([to]) => to);
  return new Map([...keys].map(([to, all]) => [to, [...new Set(all.map(([, key]) => key))]]));
}

/** Each one counts. */
const each = (recipients: readonly string[]): Map<string, string[]> => Map.groupBy(recipients, (to) => to);
