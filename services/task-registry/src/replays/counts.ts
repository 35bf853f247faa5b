/** How often each code came. */
export type Counts = Readonly<Record<string, number>>;

/** The counts with these codes added. */
export function countCodes(counts: Counts, codes: readonly string[]): Counts {
  const sum: Record<string, number> = { ...counts };
  for (const code of codes) sum[code] = (sum[code] ?? 0) + 1;
  return sum;
}

/** The most frequent first. */
export function toCountList(counts: Counts): { code: string; count: number }[] {
  return Object.entries(counts)
    .map(([code, count]) => ({ code, count }))
    .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code));
}
