import { retryAfterMs } from '@taskhook/outbound';
import type { FetchVerdict, LeadProvider, ProviderAnswer } from './providers/provider.ts';

/** What keeps an answer from being a lead; undefined where it is one. What a provider knows of its own codes counts first. */
export function judgeAnswer(provider: LeadProvider, answer: ProviderAnswer): FetchVerdict | undefined {
  const { status, headers } = answer;
  if (status >= 200 && status < 300 && status !== 204) return undefined;
  const verdict = provider.judge?.(answer) ?? byStatus(status);
  const pauseMs = verdict.retryAfterMs ?? retryAfterMs(headers['retry-after'], Date.now());
  return {
    outcome: verdict.outcome,
    detail: verdict.detail ?? `status ${status}`,
    ...(pauseMs === undefined ? {} : { retryAfterMs: pauseMs }),
  };
}

const outcomes: Readonly<Record<number, FetchVerdict['outcome']>> = {
  204: 'not_found',
  401: 'refused',
  403: 'forbidden',
  404: 'not_found',
  408: 'retry',
  410: 'not_found',
  425: 'retry',
  429: 'throttled',
};

function byStatus(status: number): FetchVerdict {
  if (status >= 300 && status < 400) return { outcome: 'rejected', detail: `status ${status}, a redirect` };
  return { outcome: outcomes[status] ?? (status >= 500 ? 'retry' : 'rejected') };
}
