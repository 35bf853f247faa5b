import type { Scope } from '../rendering.ts';
import { withoutLead, type VariableUse } from './variable-uses.ts';

/** What templates are tried with. */
export interface LintSamples {
  /** What the steps see of each sample. */
  scopes: Scope[];
  /** Whether the lead is made up: nobody knows then what `extra_fields` will hold. */
  isMadeUp: boolean;
}

type Path = VariableUse['path'];

/** Whether samples can tell anything of this variable. */
export function canJudge({ scopes, isMadeUp }: LintSamples, path: Path): boolean {
  if (scopes.length === 0) return false;
  return !(isMadeUp && withoutLead(path)[0] === 'extra_fields');
}

/** Whether there is such a variable in any sample; it may be null. */
export function isKnown({ scopes }: LintSamples, path: Path): boolean {
  return scopes.some((scope) => has(scope, path));
}

const computed = new Set<unknown>(['size', 'first', 'last']);

function has(scope: Scope, path: Path): boolean {
  let value: unknown = scope;
  for (const key of path) {
    // What is null has no members, and a list may be longer the next time: neither is a slip of the pen.
    if (value === null || Array.isArray(value)) return true;
    if (typeof value !== 'object' || value === undefined) return typeof value === 'string' && key === 'size';
    if (!Object.hasOwn(value, key)) return computed.has(key);
    value = (value as Record<string | number, unknown>)[key];
  }
  return value !== undefined;
}
