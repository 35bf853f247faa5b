import { toValue } from 'liquidjs';
import { allowanceOf } from '../allowance.ts';
import type { FilterHandler } from './guard.ts';

/** The value as JSON, indented by `space` (0 to 8) where given. */
export const json: FilterHandler = function json(value, space) {
  const allowance = allowanceOf(this.context);
  const indent = Math.min(8, Math.max(0, Math.trunc(Number(space)) || 0));
  const plain: unknown = toValue(value);
  allowance.use(allowance.admit(plain) * (1 + indent * 4));
  return JSON.stringify(plain, undefined, indent);
};
