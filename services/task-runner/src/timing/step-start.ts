import { createHash } from 'node:crypto';
import { durationMs, type Lead, type Step, type TaskDefinition, type Window } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { atTime } from './at-time.ts';
import { leadZones } from './lead-zones.ts';
import { nextOpening } from './next-opening.ts';

/** A step of a run, as far as its times go. */
export interface TimedStep {
  runId: string;
  lead: Lead;
  definition: TaskDefinition;
  step: Step;
}

/** When a step may go that its wait or its retry alone lets go at `from`; both in milliseconds since 1970. */
export interface StepStart {
  at: number;
  /** What makes it later than `from`; null where nothing does. */
  why: 'at' | 'window' | null;
}

/**
 * When a step goes for the first time: at its time of day, counted from `due`, and inside of its window,
 * not before `now`. The same for every call with the same `due`, as long as the window is shut.
 */
export async function firstStart(timed: TimedStep, due: number, now: number): Promise<StepStart> {
  const { step, lead } = timed;
  if (step.at === undefined) return windowStart(timed, Math.max(due, now));
  const { zones } = await leadZones(step.at.zone, lead);
  const from = Math.max(atTime(step.at, zones, due), now);
  const start = await windowStart(timed, from);
  return start.why === null && from > now ? { at: from, why: 'at' } : start;
}

/** When a step goes at or after `from`, inside of its window. */
export async function windowStart(timed: TimedStep, from: number): Promise<StepStart> {
  const window = windowOf(timed);
  if (window === null) return { at: from, why: null };
  const { zones, fallback } = await leadZones(window.zone, timed.lead);
  const share = shareOf(timed);
  const at = nextOpening(window, zones, from, share) ?? nextOpening(window, [fallback], from, share);
  if (at === undefined) throw new TaskhookError('internal_error', 'The window of the step never opens.');
  return { at, why: at > from ? 'window' : null };
}

function windowOf({ step, definition }: TimedStep): Window | null {
  return step.window === undefined ? (definition.window ?? null) : step.window;
}

/** From 0 to below 1, always the same for a step of a run, and spread evenly over the runs. */
function shareOf({ runId, step }: TimedStep): number {
  return createHash('sha256').update(`${runId}.${step.id}`).digest().readUInt32BE() / 2 ** 32;
}

/** When a step does not go any more, in milliseconds since 1970; infinite for one that always may. */
export function expiresAt({ expires }: Step, receivedAt: number): number {
  if (expires === undefined) return Number.POSITIVE_INFINITY;
  return expires.includes('T') ? Date.parse(expires) : receivedAt + durationMs(expires);
}
