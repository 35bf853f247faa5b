import type { Scope } from '../rendering.ts';

const MAX_NAMES = 500;
const MAX_DEPTH = 4;
const LONGEST = 64;
/** A short name may have one wrong letter, but a very short one is none with another letter. */
const MAX_SLIPS = 1;
const SHORTEST = 3;

/** The name in the samples that is most like this one: the same letters elsewhere, or a slip of the pen. */
export function nearest(scopes: Scope[], path: (string | number)[]): string | undefined {
  const wanted = bare(path.at(-1));
  if (wanted.length < SHORTEST) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const name of namesOf(scopes, path[0])) {
    const distance = editDistance(wanted, bare(name.at(-1)));
    if (distance > Math.max(MAX_SLIPS, wanted.length / 4) || distance >= (best?.distance ?? Infinity))
      continue;
    best = { name: name.map(String).join('.'), distance };
  }
  return best?.name;
}

/** Without case, accents and separators. */
function bare(key: string | number | undefined): string {
  return String(key ?? '')
    .slice(0, LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** `lead` says everything twice, and `task` and `run` have common names: each only for its own. */
function namesOf(scopes: Scope[], root: string | number | undefined): string[][] {
  const names: string[][] = [];
  const collect = (value: unknown, path: string[]): void => {
    if (path.length > 0) names.push(path);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || path.length >= MAX_DEPTH)
      return;
    for (const [key, member] of Object.entries(value)) {
      if (names.length >= MAX_NAMES) return;
      const isApart = path.length === 0 && ['lead', 'task', 'run'].includes(key);
      if (!isApart || (key === root && key !== 'lead')) collect(member, [...path, key]);
    }
  };
  for (const scope of scopes) collect(scope, []);
  return names;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(a).entries()) {
    const current = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const replaced = (previous[j] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
