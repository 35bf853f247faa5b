import type { IncomingMessage, ServerResponse } from 'node:http';
import { TaskhookError } from '@taskhook/errors';
import { sendReceipt } from '../answer/send-receipt.ts';
import { tellProblem } from '../answer/tell-problem.ts';
import type { BodyMemory } from '../limit/body-memory.ts';
import type { RequestLimits } from '../limit/request-limits.ts';
import { takeRequest, type TakeParts } from '../intake/take-request.ts';
import { readRequest, type ReceivedRequest } from '../request/read-request.ts';
import { challengeOf } from '../sender/challenge.ts';
import type { FindWebhook, Webhook } from '../webhook/find-webhook.ts';

export interface ReceiveParts extends TakeParts {
  findWebhook: FindWebhook;
  limits: RequestLimits;
  memory: BodyMemory;
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Takes a request with leads to the webhook of a token. Answers 200 when every valid lead of it is queued
 * and everything else of it is in quarantine, both written; throws what is answered as a problem.
 */
export async function receiveLead(
  parts: ReceiveParts,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await receive(parts, await limitedWebhook(parts, token, request), request, response);
  } catch (thrown) {
    tellProblem(parts.events, request, response, thrown);
  }
}

/** The webhook that a request is for. Throws `rate_limited` where too many come, and what `findWebhook` throws. */
export async function limitedWebhook(
  { findWebhook, limits }: Pick<ReceiveParts, 'findWebhook' | 'limits'>,
  token: string,
  request: IncomingMessage,
): Promise<Webhook> {
  // Nothing is awaited where nothing limits: this is the way of every lead.
  const ofAddress = limits.address(request);
  if (ofAddress !== undefined) await ofAddress;
  const found = findWebhook(token);
  const webhook = found instanceof Promise ? await found : found;
  const ofWebhook = limits.webhook(webhook);
  if (ofWebhook !== undefined) await ofWebhook;
  return webhook;
}

/** Reads, takes and answers a request to a webhook that is known. */
export async function receive(
  parts: ReceiveParts,
  webhook: Webhook,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const received = await readRequest(request, response, parts);
  try {
    sendReceipt(response, webhook.definition, received, await takeRequest(parts, webhook, received));
  } catch (error) {
    if (isUnauthorized(error)) challenge(parts, webhook, received, response, error);
    throw error;
  }
}

function isUnauthorized(error: unknown): error is TaskhookError {
  return error instanceof TaskhookError && error.code === 'unauthorized';
}

function challenge(
  { events }: ReceiveParts,
  { taskId, auth }: Webhook,
  { requestId }: ReceivedRequest,
  response: ServerResponse,
  error: TaskhookError,
): void {
  events.senderRefused({ request_id: requestId, task_id: taskId }, error.message);
  response.setHeader('www-authenticate', challengeOf(auth));
}
