import { medians } from './statistics.ts';

/**
 * Measures every subject in turn, several times over, after a round of each to warm up; gives the median
 * of each figure.
 */
export async function inTurns<K extends string, S, F extends string>(
  rounds: number,
  subjects: Record<K, S>,
  measure: (subject: S) => Promise<Record<F, number>>,
): Promise<Record<K, Record<F, number>>> {
  const names = Object.keys(subjects) as K[];
  const samples = new Map<K, Record<F, number>[]>(names.map((name) => [name, []]));
  for (let i = 0; i <= rounds; i += 1) {
    for (const name of names) {
      const figures = await measure(subjects[name]);
      if (i > 0) samples.get(name)?.push(figures);
    }
  }
  const entries = names.map((name) => [name, medians(samples.get(name) ?? [])]);
  return Object.fromEntries(entries) as Record<K, Record<F, number>>;
}
