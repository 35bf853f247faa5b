import { MINUTE, SECOND, type Reason, type StepJob } from '@taskhook/contracts';
import type { TargetTurn, Turn } from '@taskhook/queue';
import type { GateVerdict } from '../gate.ts';

/** A person sees waits of this length on. */
const TOLD_MS = 5 * SECOND;

/** Who waits longer looks again by then, so that a rate that was raised counts soon. */
const LONGEST_MS = 10 * MINUTE;

const limited: Reason = {
  code: 'rate_limit',
  message: 'As many attempts as the limit of the task or of the connection allows go before this one.',
};

/** Waits for the slot that the attempt has. */
export function forRate(turn: Turn, turns: NonNullable<StepJob['turns']>): GateVerdict {
  return { ...later(Math.min(turn.waitMs, LONGEST_MS), limited), turns };
}

const LONGEST_LINE_MS = MINUTE;

/**
 * Whoever gives a place back calls the first in the line, so this is for the case that a call gets lost:
 * as long as the places before take if each is free in a second.
 */
export function forConcurrency(rank: number, most: number): GateVerdict {
  const message = `The task allows ${most} attempts at once, and they are under way.`;
  const waitMs = Math.min(Math.ceil(rank / most) * SECOND, LONGEST_LINE_MS);
  return later(waitMs, { code: 'concurrency_limit', message });
}

const SPACE_MS = 10;
const PROBE_MS = SECOND;
const LONGEST_CROWD_MS = 5 * MINUTE;

/**
 * The first goes when the target is tried again. The others come a second later, when it may have shown
 * that it works, and one after the other, so that they do not bring it down again.
 */
export function forTarget({ waitMs, rank }: TargetTurn & { down: true }): GateVerdict {
  const behind = rank === 1 ? 0 : Math.min(PROBE_MS + rank * SPACE_MS, LONGEST_CROWD_MS);
  const message = 'The last attempts at the connection or the host have failed: it is tried again first.';
  return later(waitMs + behind, { code: 'connection_down', message });
}

function later(waitMs: number, reason: Reason): GateVerdict & { kind: 'later' } {
  return { kind: 'later', dueAt: Date.now() + waitMs, reason, tell: waitMs >= TOLD_MS };
}
