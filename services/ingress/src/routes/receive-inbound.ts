import { openRecord, type ConnectionSettings } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Request, RequestHandler, Response } from '@taskhook/http';
import type { InboundParts } from '../inbound/inbound-parts.ts';
import { takeReceipt } from '../inbound/take-receipt.ts';
import { takeReply } from '../inbound/take-reply.ts';
import type { Told } from '../inbound/told.ts';
import { readTwilioForm } from '../inbound/twilio/read-form.ts';
import { isSignedByTwilio } from '../inbound/twilio/signature.ts';
import { readWhatsAppBody } from '../inbound/whatsapp/read-body.ts';
import { isSignedByMeta } from '../inbound/whatsapp/signature.ts';
import { readBody } from '../request/read-body.ts';
import { publicUrls } from '../sender/public-urls.ts';
import { orUnavailable } from '../unavailable.ts';

/**
 * Takes what a provider tells of messages and of replies. Answers 200 when all of it is in Redis; what is
 * not signed by the connection's provider is 401, and nothing of it is kept.
 */
export function receiveInbound(parts: InboundParts): RequestHandler {
  return async (request, response) => {
    const settings = await openInbound(parts, String(request.params['connection']));
    const body = await readBody(request, response, parts.memory);
    const told = toldBy(parts, settings, request, body);
    for (const one of told) await orUnavailable(take(parts, one));
    answer(response, settings);
  };
}

/** The connection with its secrets. Throws `not_found` where there is none that providers tell of. */
export async function openInbound(
  { readModel, vault }: InboundParts,
  id: string,
): Promise<ConnectionSettings> {
  const record = await orUnavailable(readModel.connection(id));
  if (record === null || (record.provider !== 'twilio' && record.provider !== 'whatsapp')) {
    throw new TaskhookError('not_found', 'No connection takes messages at this address.');
  }
  return openRecord(record, vault);
}

function toldBy(parts: InboundParts, settings: ConnectionSettings, request: Request, body: Buffer): Told[] {
  const signature = (name: string) => request.get(name);
  if (settings.provider === 'twilio') {
    const form = new URLSearchParams(body.toString('utf8'));
    const signed = addressesOf(parts, request).some((url) =>
      isSignedByTwilio(settings.auth_token, url, form, signature('x-twilio-signature')),
    );
    if (!signed) throw unsigned(parts, 'twilio');
    const ref = new URL(request.originalUrl, 'http://ingress').searchParams.get('ref');
    return readTwilioForm(form, ref, parts.now());
  }
  const secret = settings.provider === 'whatsapp' ? settings.app_secret : undefined;
  if (secret === undefined || !isSignedByMeta(secret, body, signature('x-hub-signature-256'))) {
    throw unsigned(parts, 'whatsapp');
  }
  return readWhatsAppBody(jsonOf(body), parts.now());
}

/** The addresses that Twilio may have called, which it signs. */
function addressesOf({ publicUrl }: InboundParts, request: Request): string[] {
  const headers = request.headers as Record<string, string | undefined>;
  return publicUrls({ url: request.originalUrl, headers }, publicUrl).flatMap((one) => one.publicUrl ?? []);
}

function unsigned({ events }: InboundParts, provider: 'twilio' | 'whatsapp'): TaskhookError {
  events.inboundTaken(provider, 'refused');
  return new TaskhookError(
    'unauthorized',
    'The request is not signed as the provider of the connection does.',
  );
}

async function take(parts: InboundParts, told: Told): Promise<void> {
  const provider = told.message.provider === 'twilio' ? 'twilio' : 'whatsapp';
  if (told.kind === 'reply') return parts.events.inboundTaken(provider, await takeReply(parts, told));
  const known = await takeReceipt(parts, told);
  parts.events.inboundTaken(provider, known ? 'receipt' : 'unmatched');
}

/** Twilio takes the body of an answer for instructions: these say to do nothing. */
function answer(response: Response, { provider }: ConnectionSettings): void {
  if (provider === 'twilio') response.type('text/xml').send('<Response></Response>');
  else response.json({ status: 'ok' });
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
