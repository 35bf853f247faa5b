/** What a load generator is to send. */
export interface LoadPlan {
  /** Addresses that the leads go to in turn. */
  urls: readonly string[];
  connections: number;
  /** The number of the first lead: no two leads of a run may have the same. */
  first: number;
  /** So many leads, or for so many milliseconds. */
  until: { leads: number } | { ms: number };
  /** Leads per second, sent when they are due and not when the last was answered. Absent: as fast as they are answered. */
  rate?: number;
}

export interface LoadResult {
  sent: number;
  /** Answers of 200. */
  accepted: number;
  /** Of the answers of 200 that name one, in no order. */
  runIds: string[];
  /** How often each other status came; `broken` for a connection that failed. */
  refused: Record<string, number>;
  elapsedMs: number;
  /** Milliseconds from the moment a lead was to be sent to its answer. */
  latency: { p50: number; p99: number; max: number };
  /** Microseconds of CPU that the generator itself used. */
  cpuUs: number;
}
