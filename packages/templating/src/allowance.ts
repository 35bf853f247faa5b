import type { Context } from 'liquidjs';
import type { Budget } from './budget.ts';
import { limitPassed } from './failure.ts';
import { weigh } from './weigh.ts';

/**
 * Memory of one rendering. It stands in for LiquidJS's own limiter, which filters call with what
 * they are about to allocate, and is where long filters get to look at the clock.
 */
export interface Allowance {
  /** Counts characters and items; throws `template_limit` when there are too many in all. */
  use(count: number): void;
  check(count: number): void;
  /** Throws `template_limit` where a value, written out whole, is larger than the allowance. */
  admit(value: unknown): number;
  spend(units: number): void;
}

const UNITS_PER_CALL = 32;

export function createAllowance(limit: number, budget: Budget): Allowance {
  let used = 0;
  return {
    use(count) {
      budget.spend(UNITS_PER_CALL + Math.max(0, count / 64 || 0));
      // LiquidJS passes on what a template gave as a length, which may be text or no number at all.
      if (count > 0) used += Math.max(0, count);
      if (used > limit) throw tooLarge();
    },
    check(count) {
      if (count > limit) throw tooLarge();
    },
    admit(value) {
      const weight = weigh(value, limit);
      if (weight === undefined) throw tooLarge();
      budget.spend(weight / 64);
      return weight;
    },
    spend: (units) => budget.spend(units),
  };
}

/** The allowance of the rendering that a filter, tag or operator runs in. */
export function allowanceOf(context: Context): Allowance {
  return context.memoryLimit as unknown as Allowance;
}

function tooLarge() {
  return limitPassed('needs too much memory');
}
