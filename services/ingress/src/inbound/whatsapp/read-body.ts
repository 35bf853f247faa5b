import { Type, type Static } from 'typebox';
import { readMessageRef, validator, type ReceiptState } from '@taskhook/contracts';
import type { Told } from '../told.ts';

const Status = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  status: Type.String(),
  timestamp: Type.Optional(Type.String()),
  biz_opaque_callback_data: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(Type.Object({ code: Type.Optional(Type.Integer()) }))),
});

const Message = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  from: Type.String({ pattern: '^[1-9]\\d{6,14}$' }),
  timestamp: Type.Optional(Type.String()),
  type: Type.String(),
  text: Type.Optional(Type.Object({ body: Type.String() })),
  button: Type.Optional(Type.Object({ text: Type.String() })),
  interactive: Type.Optional(
    Type.Object({
      button_reply: Type.Optional(Type.Object({ title: Type.String() })),
      list_reply: Type.Optional(Type.Object({ title: Type.String() })),
    }),
  ),
});

const Value = Type.Object({
  statuses: Type.Optional(Type.Array(Type.Unknown())),
  messages: Type.Optional(Type.Array(Type.Unknown())),
});
const Body = Type.Object({
  entry: Type.Array(
    Type.Object({ changes: Type.Array(Type.Object({ field: Type.String(), value: Type.Unknown() })) }),
  ),
});

const check = {
  body: validator(Body),
  value: validator(Value),
  status: validator(Status),
  message: validator(Message),
};

/**
 * What a notification of the Cloud API tells. What is not known is left out, a part of it does not keep
 * out the others: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
 */
export function readWhatsAppBody(json: unknown, now: number): Told[] {
  const body = check.body(json);
  if (!body.ok) return [];
  const changes = body.value.entry.flatMap((entry) => entry.changes);
  return changes
    .filter(({ field }) => field === 'messages')
    .flatMap(({ value }) => {
      const read = check.value(value);
      if (!read.ok) return [];
      const { statuses = [], messages = [] } = read.value;
      return [
        ...statuses.flatMap((one) => readStatus(one, now)),
        ...messages.flatMap((one) => readMessage(one, now)),
      ];
    });
}

const states: Readonly<Record<string, ReceiptState>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

function readStatus(value: unknown, now: number): Told[] {
  const read = check.status(value);
  const state = read.ok ? states[read.value.status] : undefined;
  if (!read.ok || state === undefined) return [];
  const { id, timestamp, biz_opaque_callback_data: ref = '', errors = [] } = read.value;
  const code = errors[0]?.code;
  return [
    {
      kind: 'receipt',
      message: { provider: 'whatsapp', id },
      ref: readMessageRef(ref),
      state,
      code: code === undefined ? null : String(code),
      at: timeOf(timestamp, now),
    },
  ];
}

/** Notices of Meta's own that come as messages. */
const notices: ReadonlySet<string> = new Set(['system', 'unsupported', 'request_welcome', 'errors']);

function readMessage(value: unknown, now: number): Told[] {
  const read = check.message(value);
  if (!read.ok || notices.has(read.value.type)) return [];
  const { id, from, timestamp } = read.value;
  return [
    {
      kind: 'reply',
      message: { provider: 'whatsapp', id },
      channel: 'whatsapp',
      from: { kind: 'phone', address: `+${from}` },
      text: textOf(read.value),
      at: timeOf(timestamp, now),
    },
  ];
}

function textOf({ text, button, interactive }: Static<typeof Message>): string | null {
  const said =
    text?.body ?? button?.text ?? interactive?.button_reply?.title ?? interactive?.list_reply?.title;
  return said ?? null;
}

/** Seconds as text; never later than now. */
function timeOf(seconds: string | undefined, now: number): number {
  const time = Number(seconds) * 1_000;
  return Number.isFinite(time) && time > 0 ? Math.min(time, now) : now;
}
