import type { Finding } from './lint.ts';
import { placesIn } from './place.ts';
import { canJudge, isKnown, type LintSamples } from './samples.ts';
import { nearest } from './suggest.ts';
import type { VariableUse } from './variable-uses.ts';

/** Variables that no sample has, each once. One that may be missing is told as a hint only. */
export function unknownVariables(source: string, uses: VariableUse[], samples: LintSamples): Finding[] {
  const placeOf = placesIn(source);
  return firstOfEach(unknownUses(uses, samples)).map(({ path, begin, isNeeded }) => {
    const near = nearest(samples.scopes, path);
    const suggestion = near === undefined ? '' : `; did you mean ${near}?`;
    return {
      code: 'unknown_variable',
      severity: isNeeded ? 'warning' : 'info',
      message: `uses ${path.map(String).join('.')}, which no sample has${suggestion}`,
      ...placeOf(begin),
    };
  });
}

export function unknownUses(uses: VariableUse[], samples: LintSamples): VariableUse[] {
  return uses.filter(({ path }) => canJudge(samples, path) && !isKnown(samples, path));
}

/** Needed uses first: they weigh more. */
function firstOfEach(uses: VariableUse[]): VariableUse[] {
  const byPath = new Map<string, VariableUse>();
  for (const use of uses.toSorted((a, b) => Number(b.isNeeded) - Number(a.isNeeded))) {
    const key = JSON.stringify(use.path);
    if (!byPath.has(key)) byPath.set(key, use);
  }
  return [...byPath.values()].slice(0, MAX_FINDINGS);
}

const MAX_FINDINGS = 20;
