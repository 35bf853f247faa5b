import { MINUTE } from '@taskhook/contracts';
import type { Target, TargetReport } from '@taskhook/queue';
import type { Delivery } from '../../channels/channel.ts';

/** A receiver's wish to be left alone holds up everybody: not for longer. */
const LONGEST_PAUSE_MS = 5 * MINUTE;

/** What an attempt shows of its target. `delivery` is undefined where the attempt threw. */
export function reportOf(target: Target, delivery: Delivery | undefined): TargetReport {
  const code = delivery?.error?.code ?? null;
  const wish = delivery?.outcome === 'throttled' ? (delivery.retryAfterMs ?? 0) : 0;
  return { verdict: verdictOf(target, delivery), code, pauseMs: Math.min(wish, LONGEST_PAUSE_MS) };
}

function verdictOf({ provider }: Target, delivery: Delivery | undefined): TargetReport['verdict'] {
  if (delivery === undefined || delivery.untried === true) return 'nothing';
  const { outcome, status_code: status, error } = delivery;
  if (outcome === 'delivered' || outcome === 'throttled') return 'works';
  if (error?.code === 'connection_refused') return 'refused';
  if (outcome === 'rejected') return rejected(provider, status);
  return status === null || isFailure(status) ? 'fails' : 'works';
}

/** Who turns a message down is there; what was refused before it was sent shows nothing. */
function rejected(provider: string, status: number | null): TargetReport['verdict'] {
  if (status === null) return 'nothing';
  return provider === 'http' && status === 401 ? 'fails' : 'works';
}

/** A mail server that is closing says 421; its other 4xx are about one mail. */
const isFailure = (status: number): boolean => status >= 500 || status === 421;
