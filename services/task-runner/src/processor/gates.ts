import type { RenderedStep } from '@taskhook/templating';
import type { Delivery } from '../channels/channel.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { createLimitsGate, type LimitsGateDeps } from './limits/limits-gate.ts';
import { timeGate } from './time-gate.ts';
import type { StepWork } from './step-work.ts';
import { consentGate } from './consent-gate.ts';
import { createSuppressionGate, type SuppressionGateDeps } from './suppression-gate.ts';

/** The gates in the order in which they are asked: those that end a run, those that wait, those that count. */
export function createGates(deps: SuppressionGateDeps & LimitsGateDeps): readonly Gate[] {
  return [createSuppressionGate(deps), consentGate, timeGate, createLimitsGate(deps)];
}

/** The verdict of the first gate that has one; undefined where the attempt may be made. */
export async function askGates(
  gates: readonly Gate[],
  work: StepWork,
  rendered: RenderedStep,
): Promise<GateVerdict | undefined> {
  for (const gate of gates) {
    const verdict = await gate.ask(work, rendered);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** Tells all gates what came of an attempt, and gives the outcome that they make of it. */
export async function tellGates<D extends Delivery | undefined>(
  gates: readonly Gate[],
  work: StepWork,
  delivery: D,
): Promise<D | Delivery> {
  let outcome: D | Delivery = delivery;
  for (const gate of gates) outcome = (await gate.attempted?.(work, outcome)) ?? outcome;
  return outcome;
}
