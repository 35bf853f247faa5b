import type { Budget } from './budget.ts';

type Steps = Iterator<unknown, unknown, unknown> & Required<Pick<Iterator<unknown>, 'throw' | 'return'>>;

/**
 * Runs LiquidJS's generators to their end. Every loop inside LiquidJS passes here once a round, so
 * this is where time is kept; and nested generators wait in a list, so depth cannot exhaust the stack.
 */
export function drive(root: unknown, budget: Budget): unknown {
  if (!isSteps(root)) return root;
  const waiting: Steps[] = [];
  let running = root;
  let sent: { value: unknown } | { error: unknown } = { value: undefined };
  for (;;) {
    const came = advance(running, sent, budget);
    if ('value' in came && isSteps(came.value)) {
      if (!came.done) waiting.push(running);
      running = came.value;
      sent = { value: undefined };
      continue;
    }
    sent = came;
    if (!came.done) continue;
    const next = waiting.pop();
    if (next) running = next;
    else if ('error' in came) throw came.error;
    else return came.value;
  }
}

type Came = { done: boolean; value: unknown } | { done: true; error: unknown };

function advance(steps: Steps, sent: { value: unknown } | { error: unknown }, budget: Budget): Came {
  try {
    if ('error' in sent) return settled(steps.throw(sent.error));
    const { done = false, value } = steps.next(sent.value);
    if (!done) budget.spend(1);
    return { done, value };
  } catch (error) {
    return { done: true, error };
  }
}

function settled({ done = false, value }: IteratorResult<unknown, unknown>): Came {
  return { done, value };
}

/** A value of the scope never passes for one: data hold no functions. */
export function isSteps(value: unknown): value is Steps {
  if (typeof value !== 'object' || value === null) return false;
  const steps = value as Partial<Steps>;
  return (
    typeof steps.next === 'function' &&
    typeof steps.throw === 'function' &&
    typeof steps.return === 'function'
  );
}
