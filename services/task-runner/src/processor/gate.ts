import type { Reason, StepJob } from '@taskhook/contracts';
import type { RenderedStep } from '@taskhook/templating';
import type { Delivery } from '../channels/channel.ts';
import type { StepWork } from './step-work.ts';

/**
 * What a gate says of an attempt that is about to be made:
 * - `later`: not before `dueAt` (milliseconds since 1970). No attempt is used up, and the gates are asked
 *   again then; the job brings `turns` along. With `tell`, the run shows the time and the reason; a gate
 *   that puts off by seconds, and many times over, does not tell.
 * - `skip`: the step is skipped, and the run goes on with the next one.
 * - `fail`: the step has failed without an attempt.
 * - `end`: the run ends here, with this state.
 * The codes of reasons are a bounded set: they become labels of metrics.
 */
export type GateVerdict =
  | { kind: 'later'; dueAt: number; reason: Reason; tell: boolean; turns?: StepJob['turns'] }
  | { kind: 'skip'; reason: Reason }
  | { kind: 'fail'; reason: Reason }
  | { kind: 'end'; status: 'succeeded' | 'skipped' | 'cancelled' | 'failed'; reason: Reason };

/** A check between the rendering of a step and the attempt to deliver it. */
export interface Gate {
  /**
   * Undefined lets the attempt go on to the next gate. May be asked twice for the same attempt. What it
   * throws is a fault of the machinery: the job comes again.
   */
  ask(work: StepWork, rendered: RenderedStep): GateVerdict | undefined | Promise<GateVerdict | undefined>;
  /**
   * Told after an attempt that every gate let go; `delivery` is undefined where the attempt threw. An
   * attempt whose worker has died is not told of. What is given stands in the place of the outcome.
   */
  attempted?(
    work: StepWork,
    delivery: Delivery | undefined,
  ): Delivery | undefined | void | Promise<Delivery | undefined | void>;
}
