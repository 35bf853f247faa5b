import { TaskhookError } from '@taskhook/errors';
import { callFailure, checkLiteral, startDeadline, USER_AGENT, type Outbound } from '@taskhook/outbound';
import { request } from 'undici';
import { judgeAnswer } from './judge-answer.ts';
import { jsonOf } from '../json-member.ts';
import type { Fetched, LeadProvider, ProviderAnswer } from './providers/provider.ts';
import { readBody } from './read-body.ts';

export type ProviderCalls = Pick<Outbound, 'agent' | 'guard' | 'timeoutMs'>;

interface Call {
  url: string;
  token: string;
}

/** One call. Throws `unavailable` when `stop` aborted before its outcome was known. */
export async function readPath(
  calls: ProviderCalls,
  provider: LeadProvider,
  call: Call,
  stop: AbortSignal,
): Promise<Fetched> {
  const deadline = startDeadline(calls.timeoutMs, stop);
  try {
    return fetchedOf(provider, await send(calls, provider, call, deadline.signal));
  } catch (error) {
    if (stop.aborted) throw stopped(error);
    return unanswered(error, deadline.passed());
  } finally {
    deadline.end();
  }
}

async function send(
  { agent, guard }: ProviderCalls,
  provider: LeadProvider,
  { url: text, token }: Call,
  signal: AbortSignal,
): Promise<ProviderAnswer> {
  const url = new URL(text);
  checkLiteral(url, guard);
  const headers = {
    'user-agent': USER_AGENT,
    accept: 'application/json',
    'accept-encoding': 'identity',
    ...provider.headers(token),
  };
  const response = await request(url, { method: 'GET', headers, dispatcher: agent, signal });
  return { status: response.statusCode, headers: response.headers, body: await readBody(response.body) };
}

function fetchedOf(provider: LeadProvider, answer: ProviderAnswer): Fetched {
  const verdict = judgeAnswer(provider, answer);
  if (verdict !== undefined) return { ok: false, verdict };
  const { body } = answer;
  if (jsonOf(body) !== undefined) return { ok: true, body };
  return { ok: false, verdict: { outcome: 'retry', detail: 'the answer is no JSON' } };
}

/** A call that may not be made will not be allowed next time either. */
function unanswered(error: unknown, deadlinePassed: boolean): Fetched {
  try {
    const { code, message } = callFailure(error, deadlinePassed);
    return { ok: false, verdict: { outcome: 'retry', code, detail: clause(message) } };
  } catch (refusal) {
    if (!(refusal instanceof TaskhookError) || refusal.retry) throw refusal;
    const { code, message } = refusal;
    return { ok: false, verdict: { outcome: 'rejected', code, detail: clause(message) } };
  }
}

/** A sentence as the end of another one. */
const clause = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

function stopped(cause: unknown): TaskhookError {
  return new TaskhookError('unavailable', 'The runner stopped before the provider answered.', { cause });
}
