import { progressOrder, stepIdempotencyKey } from '@taskhook/contracts';
import type { RenderedStep } from '@taskhook/templating';
import type { Delivery } from '../channels/channel.ts';
import { deliver } from '../channels/index.ts';
import type { ProcessorDeps } from './deps.ts';
import { tellGates } from './gates.ts';
import { progress, stepState, type StepWork } from './step-work.ts';

/** One try to deliver a step. */
export interface AttemptMade {
  delivery: Delivery;
  /** What was sent; undefined where it could not be rendered. */
  rendered: RenderedStep | undefined;
  /** Milliseconds since 1970. */
  at: number;
  durationMs: number;
}

/** Delivers a rendered step once, and tells before that it runs where that may take a while. */
export async function attemptStep(
  deps: ProcessorDeps,
  work: StepWork,
  rendered: RenderedStep,
  signal: AbortSignal,
): Promise<AttemptMade> {
  if (deps.channels[rendered.channel].slow) announce(deps, work);
  const at = Date.now();
  const start = performance.now();
  const sent = await send(deps, work, rendered, signal).catch(async (error: unknown) => {
    await tellGates(deps.gates, work, undefined);
    throw error;
  });
  const durationMs = Math.round((performance.now() - start) * 10) / 10;
  return { delivery: await tellGates(deps.gates, work, sent), rendered, at, durationMs };
}

async function send(
  deps: ProcessorDeps,
  work: StepWork,
  rendered: RenderedStep,
  signal: AbortSignal,
): Promise<Delivery> {
  const { job, step } = work;
  const delivery = await deliver(deps.channels, rendered.channel, {
    rendered,
    idempotencyKey: stepIdempotencyKey(job.run_id, step.definition.id),
    signingSecret: () => deps.signingSecrets(job.task_id),
    connection: () => deps.connections(rendered.channel, step.definition),
    ...deps.attempts.of(work, rendered),
    attempt: job.attempts + 1,
    signal,
  });
  if (delivery.providerId !== undefined) await deps.attempts.taken(work, delivery);
  return delivery;
}

/** Not waited for: the log keeps the order, and the outcome that follows is waited for. */
function announce(deps: ProcessorDeps, work: StepWork): void {
  const { job } = work;
  const event = progress(job, {
    order: progressOrder(job.step, job.attempts, 'running', job.deferrals),
    status: 'running',
    step: stepState(work, job.step, { status: 'running' }),
  });
  deps.runLog.append(event).catch(() => undefined);
}
