import { setTimeout as sleep } from 'node:timers/promises';
import { compare } from '../ledger/compare.ts';
import { openDeliveries } from '../ledger/deliveries.ts';
import { settle } from '../ledger/settle.ts';
import { startSenders } from '../load/senders.ts';
import type { Row, RowOptions, RowResult } from '../row.ts';
import { openStage, type Stage, type StageOptions } from '../stage/stage.ts';

export interface Fault {
  name: string;
  outage: string;
  stage?: StageOptions;
  impossible?: () => string | undefined;
  /** Opens what the stage stands on. */
  prepare?(stack: AsyncDisposableStack): Promise<StageOptions>;
  /** Does the harm and undoes it. Gives what was broken meanwhile, if anything. */
  harm(stage: Stage, options: RowOptions): Promise<string[] | void>;
  /** What must hold of the figures besides. */
  judge?(result: RowResult): string[];
}

const BEFORE_MS = 2_000;
const AFTER_MS = 4_000;

/** A row of leads that come at a steady rate before a fault, during it and after it. */
export function faultRow(fault: Fault): Row {
  const { name, outage, impossible } = fault;
  return {
    name,
    outage,
    ...(impossible === undefined ? {} : { impossible }),
    run: async (options, stack) => {
      const result = await underLoad(fault, options, stack);
      return { ...result, broken: [...result.broken, ...(fault.judge?.(result) ?? [])] };
    },
  };
}

async function underLoad(fault: Fault, options: RowOptions, stack: AsyncDisposableStack): Promise<RowResult> {
  const prepared = await fault.prepare?.(stack);
  const environment = { ...options.environment, ...fault.stage?.environment, ...prepared?.environment };
  const stage = await openStage(stack, { ...fault.stage, ...prepared, environment });
  const deliveries = await openDeliveries(stack);
  const task = await stage.api.createTask(deliveries.task);
  const path = new URL(task.webhook.url).pathname;
  const senders = startSenders({ urls: stage.ingressUrls.map((url) => url + path), rate: options.rate });
  await sleep(BEFORE_MS);
  const broken = (await fault.harm(stage, options)) ?? [];
  const ended = Date.now();
  await sleep(AFTER_MS);
  const leads = await senders.stop();
  const { books, ...seconds } = await settle(stage, task, leads, deliveries);
  const after = new Set(leads.filter(({ at }) => at >= ended).map(({ n }) => n));
  const first = Math.min(...books.deliveries.filter(({ n }) => after.has(n)).map(({ at }) => at));
  const result = {
    ...compare(books),
    flowSeconds: Number.isFinite(first) ? (first - ended) / 1_000 : null,
    ...seconds,
    restarts: stage.services.reduce((sum, service) => sum + service.restarts(), 0),
    broken,
  };
  if (result.lost + result.doubled + result.stuck > 0) {
    for (const service of stage.services) options.log(`--- ${service.name}\n${service.output()}`);
  }
  return result;
}
