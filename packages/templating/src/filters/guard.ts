import type { Context, Liquid } from 'liquidjs';
import { allowanceOf, type Allowance } from '../allowance.ts';
import { isSteps } from '../drive.ts';

/** What a filter is called on, and with. */
export type FilterHandler = (
  this: { context: Context; liquid: Liquid; token: never },
  value: unknown,
  ...args: unknown[]
) => unknown;

/**
 * A filter whose result is counted. Every array that a template makes is weighed here with all that it
 * shares, so that no filter, tag or comparison can be handed one that explodes when it is written out.
 */
export function guarded(handler: FilterHandler): FilterHandler {
  return function guard(value, ...args) {
    const allowance = allowanceOf(this.context);
    allowance.spend(typeof value === 'string' ? value.length / 4 : effort(value, allowance));
    const times = Array.isArray(value) ? value.length : 1;
    for (const arg of args) allowance.spend(effort(arg, allowance) * times);
    const result = handler.call(this, value, ...args);
    return isSteps(result) ? settle(result, allowance) : admit(result, allowance);
  };
}

/** LiquidJS writes a list out for most filters and reads an argument as a path, some once for each item. */
function effort(value: unknown, allowance: Allowance): number {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? allowance.admit(value) / 64 : 1;
}

function* settle(result: unknown, allowance: Allowance): Generator<unknown, unknown, unknown> {
  return admit(yield result, allowance);
}

function admit(result: unknown, allowance: Allowance): unknown {
  if (typeof result === 'string') allowance.use(result.length);
  else if (Array.isArray(result)) allowance.admit(result);
  return result;
}
