import { setTimeout as sleep } from 'node:timers/promises';
import { stepJobId, type StepJob, type TaskLimits, type TurnHold } from '@taskhook/contracts';
import type { BreakerChange, Lease, Target, TargetReport, TargetTurn, Turn } from '@taskhook/queue';
import type { Delivery } from '../../channels/channel.ts';
import type { Gate, GateVerdict } from '../gate.ts';
import type { StepWork } from '../step-work.ts';
import { forConcurrency, forRate, forTarget } from './deferral.ts';
import { reportOf } from './report-of.ts';
import type { TargetFinder } from './target-of.ts';

/** What the gate works with: the limits of all workers together. */
export interface LimitsGateDeps {
  targetOf: TargetFinder;
  takeTurn(taskId: string, rate: NonNullable<TaskLimits['attempts']>, hold?: TurnHold): Promise<Turn>;
  acquire(lease: Lease, since: number): Promise<number>;
  /** Gives a place back, and takes those whose turn it is out of their wait. */
  release(lease: Lease): Promise<void>;
  ask(target: Target, who: string, hold?: TurnHold): Promise<TargetTurn>;
  tell(target: Target, who: string, report: TargetReport): Promise<BreakerChange>;
  targetChanged(target: Target, change: NonNullable<BreakerChange>, code: string | null): void;
  failed(error: unknown): void;
}

/** What an attempt that was let through holds. */
interface Pass {
  who: string;
  target: Target | undefined;
  lease: Lease | undefined;
  probe: boolean;
}

/**
 * Keeps the rates of tasks, connections and hosts, the number of a task's attempts that may be under way,
 * and lets the attempts at a connection or host that fails wait. Costs nothing where there is nothing to
 * keep. Asked twice for an attempt, it gives the same place, or another turn: that costs throughput alone.
 */
export function createLimitsGate(deps: LimitsGateDeps): Gate {
  const passes = new WeakMap<StepWork, Pass>();
  return {
    ask: (work, rendered) => {
      if (rendered.channel === 'preview' && work.definition.limits === undefined) return undefined;
      return askAll(deps, work, rendered, (pass) => passes.set(work, pass));
    },
    attempted: async (work, delivery) => {
      const pass = passes.get(work);
      if (pass === undefined) return undefined;
      passes.delete(work);
      // The message has gone: whatever fails from here on must not make it go again.
      return settle(deps, pass, delivery).catch((error: unknown) => deps.failed(error));
    },
  };
}

type Rendered = Parameters<Gate['ask']>[1];

/** The places that others want too come last: what is put off before has taken none. */
async function askAll(
  deps: LimitsGateDeps,
  work: StepWork,
  rendered: Rendered,
  letThrough: (pass: Pass) => void,
): Promise<GateVerdict | undefined> {
  const { job, definition } = work;
  const target = await deps.targetOf(work, rendered);
  const who = `${stepJobId(job.run_id, job.step)}.${job.attempts}`;
  const held = await askTask(deps, job, definition.limits?.attempts);
  if (held !== undefined) return held;
  const lease = leaseOf(work);
  const rank = lease === undefined ? 0 : await deps.acquire(lease, job.received_at);
  if (lease !== undefined && rank > 0) return forConcurrency(rank, lease.most);
  const turn =
    target === undefined ? undefined : await inTime((hold) => deps.ask(target, who, hold), job.turns?.target);
  if (turn !== undefined && (turn.down || !turn.go)) {
    if (lease !== undefined) await deps.release(lease);
    return turn.down ? forTarget(turn) : forRate(turn, { ...job.turns, target: turn.hold });
  }
  letThrough({ who, target, lease, probe: turn?.probe ?? false });
  return undefined;
}

async function askTask(
  deps: LimitsGateDeps,
  job: StepJob,
  rate: TaskLimits['attempts'],
): Promise<GateVerdict | undefined> {
  if (rate === undefined) return undefined;
  const turn = await inTime((hold) => deps.takeTurn(job.task_id, rate, hold), job.turns?.task);
  return turn.go ? undefined : forRate(turn, { ...job.turns, task: turn.hold });
}

/** A worker keeps its place for a wait of ten slots, within these bounds, so that few places are kept. */
const NEAR_SLOTS = 10;
const [SHORTEST_NEAR_MS, LONGEST_NEAR_MS] = [5, 100];
const nearMs = ({ interval }: TurnHold): number =>
  Math.max(SHORTEST_NEAR_MS, Math.min((NEAR_SLOTS * interval) / 1_000, LONGEST_NEAR_MS));

const MOST_ASKED = 20;

/**
 * Asks, and waits for a turn that is near. Who has to wait longer comes back a little early, since the
 * queue is not exact.
 */
async function inTime<T extends TargetTurn | Turn>(
  ask: (hold: TurnHold | undefined) => Promise<T>,
  held: TurnHold | undefined,
): Promise<T> {
  let hold = held;
  for (let asked = 1; ; asked += 1) {
    const turn = await ask(hold);
    if (!('go' in turn) || turn.go) return turn;
    const near = nearMs(turn.hold);
    if (turn.waitMs > near || asked === MOST_ASKED) {
      return { ...turn, waitMs: Math.max(1, Math.ceil(turn.waitMs - near / 2)) };
    }
    await sleep(turn.waitMs);
    hold = turn.hold;
  }
}

/** Where the job waits is part of the holder, so that it can be called. */
function leaseOf({ job, definition, step }: StepWork): Lease | undefined {
  const most = definition.limits?.max_concurrency;
  if (most === undefined) return undefined;
  const holder = `${step.definition.channel} ${stepJobId(job.run_id, job.step)}`;
  return { group: job.task_id, most, holder };
}

async function settle(
  deps: LimitsGateDeps,
  { who, target, lease, probe }: Pass,
  delivery: Delivery | undefined,
): Promise<Delivery | undefined> {
  if (lease !== undefined) await deps.release(lease);
  if (target === undefined) return delivery;
  const report = reportOf(target, delivery);
  const change = await deps.tell(target, who, report);
  if (change !== undefined) deps.targetChanged(target, change, report.code);
  return probe && report.verdict === 'refused' ? again(delivery) : delivery;
}

/** Those that only asked whether the credentials are taken again do not fail for it: they wait with the others. */
function again(delivery: Delivery | undefined): Delivery | undefined {
  return delivery === undefined ? undefined : { ...delivery, outcome: 'retry' };
}
