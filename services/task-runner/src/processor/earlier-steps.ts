import type { Step, StepResult } from '@taskhook/contracts';
import type { EarlierStep } from '@taskhook/templating';
import type { ProcessorDeps } from './deps.ts';
import { resultsBefore } from './next-job.ts';
import type { StepWork } from './step-work.ts';

/** What a step sees of those before it. Redis is asked only where the step looks at receipts. */
export async function earlierSteps(
  deps: Pick<ProcessorDeps, 'receipts'>,
  work: StepWork,
): Promise<Record<string, EarlierStep>> {
  const { job, definition, step } = work;
  if (job.step === 0) return {};
  const arrivals = step.readsReceipts ? await arrivalsOf(deps, work) : unasked;
  const results = resultsBefore(job);
  return Object.fromEntries(
    definition.steps.slice(0, job.step).map((earlier, index) => {
      const result = results[index] ?? 'skipped';
      return [earlier.id, { ...endOf(result), ...arrivals(earlier, result) }];
    }),
  );
}

/** How far a step's message came. */
type Arrival = Pick<EarlierStep, 'receipt' | 'delivered'>;
type Arrivals = (step: Step, result: StepResult) => Arrival;

const unasked: Arrivals = (_step, result) => ({ receipt: null, delivered: result === 'delivered' });

/**
 * A provider that has taken a message has not delivered it yet: only its receipt says so. Where none is
 * to come, such as from a mail server, or for a message that was only rehearsed, the outcome is what there is.
 */
async function arrivalsOf(
  { receipts }: Pick<ProcessorDeps, 'receipts'>,
  { job, definition }: StepWork,
): Promise<Arrivals> {
  const told = await receipts.of(job.run_id);
  const isRehearsed = job.test && definition.test_leads === 'preview';
  const earlier = isRehearsed ? [] : definition.steps.slice(0, job.step);
  const expected = await Promise.all(
    earlier.map(async (step) => ((await receipts.areToldOf(step)) ? [step.id] : [])),
  );
  const awaited = new Set(expected.flat());
  return ({ id }, result) => {
    const receipt = told[id] ?? null;
    const arrived = receipt === 'delivered' || receipt === 'read';
    return { receipt, delivered: arrived || (!awaited.has(id) && result === 'delivered') };
  };
}

function endOf(result: StepResult): Pick<EarlierStep, 'status' | 'outcome'> {
  if (result === 'skipped') return { status: 'skipped', outcome: null };
  if (result === 'failed') return { status: 'failed', outcome: null };
  return { status: result === 'delivered' ? 'succeeded' : 'failed', outcome: result };
}
