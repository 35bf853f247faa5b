import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** What a process has used of the machine. */
export interface Usage {
  /** Microseconds of all its threads since its start. */
  cpuUs: number;
  /** Bytes of memory that it holds now. */
  rssBytes: number;
}

const US_PER_TICK = 1_000_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const PAGE_BYTES = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));

/** Reads /proc/<pid>/stat, see proc(5). Throws where there is no such process, or no Linux. */
export function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [userTicks, systemTicks, pages] = [fields[11], fields[12], fields[21]].map(Number);
  return {
    cpuUs: ((userTicks ?? 0) + (systemTicks ?? 0)) * US_PER_TICK,
    rssBytes: (pages ?? 0) * PAGE_BYTES,
  };
}

/** Microseconds of CPU that each process uses while the work is done, and what the work gives. */
export async function cpuDuring<N extends string, T>(
  pids: Readonly<Record<N, number>>,
  work: () => Promise<T>,
): Promise<{ cpuUs: Record<N, number>; result: T }> {
  const before = cpuOf(pids);
  const result = await work();
  const after = cpuOf(pids);
  const names = Object.keys(pids) as N[];
  const used = names.map((name) => [name, after[name] - before[name]]);
  return { cpuUs: Object.fromEntries(used) as Record<N, number>, result };
}

function cpuOf<N extends string>(pids: Readonly<Record<N, number>>): Record<N, number> {
  const entries = Object.entries<number>(pids).map(([name, pid]) => [name, usageOf(pid).cpuUs]);
  return Object.fromEntries(entries) as Record<N, number>;
}
