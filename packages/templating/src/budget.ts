import { limitPassed } from './failure.ts';

/** Time that several renderings share. */
export interface Budget {
  /** Counts work, about 100 ns a unit; throws `template_limit` when the time is over. */
  spend(units: number): void;
}

/** So little work is never refused: a pause of the process must not fail a plain template. */
const FREE_UNITS = 10_000;
const UNITS_BETWEEN_LOOKS = 1_000;

/** The clock starts when the free units are spent. */
export function createBudget(milliseconds: number): Budget {
  let left = FREE_UNITS;
  let deadline: number | undefined;
  return {
    spend(units) {
      left -= units;
      if (left > 0) return;
      left = UNITS_BETWEEN_LOOKS;
      const now = performance.now();
      deadline ??= now + milliseconds;
      if (now > deadline) throw limitPassed(`takes more than ${milliseconds} ms`);
    },
  };
}
