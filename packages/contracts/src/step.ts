import { Type, type Static } from 'typebox';
import { literals } from './literals.ts';
import { EmailStep, SmsStep, WhatsAppStep } from './message-steps.ts';
import { channels, common, Template } from './step-common.ts';
import { tagged } from './tagged.ts';

export { channels, Retry, retryDefaults } from './step-common.ts';
export const Channel = literals(channels, { description: 'The way out of a step' });
export type Channel = Static<typeof Channel>;

export const PreviewStep = Type.Object(
  {
    ...common,
    channel: Type.Literal('preview'),
    message: Type.Object({ text: Template }, { additionalProperties: false }),
  },
  { additionalProperties: false, description: 'Renders and records; sends nothing' },
);

export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const reservedHeaders = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'idempotency-key',
]);
const reservedPrefixes = ['webhook-', 'proxy-'];

/** Whether a header belongs to the connection or to the signature, so that a step cannot set it. */
export function isReservedHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return reservedHeaders.has(lower) || reservedPrefixes.some((prefix) => lower.startsWith(prefix));
}

export const HttpStep = Type.Object(
  {
    ...common,
    channel: Type.Literal('http'),
    request: Type.Object(
      {
        method: Type.Optional(literals(httpMethods)),
        url: Type.String({ minLength: 1, maxLength: 8_192 }),
        headers: Type.Optional(Type.Record(Type.String({ minLength: 1 }), Template)),
        body: Type.Optional(Type.Unknown({ description: 'Any JSON; every text in it is a template' })),
      },
      { additionalProperties: false },
    ),
    reaches_person: Type.Optional(
      Type.Boolean({
        description: 'Whether the call reaches the person, so that it needs what a message needs',
      }),
    ),
  },
  { additionalProperties: false, description: 'Calls an address, signed per Standard Webhooks' },
);

export const Step = tagged('channel', [PreviewStep, HttpStep, EmailStep, SmsStep, WhatsAppStep]);
export type Step = Static<typeof Step>;
export type PreviewStep = Static<typeof PreviewStep>;
export type HttpStep = Static<typeof HttpStep>;
