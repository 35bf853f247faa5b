export interface BenchOptions {
  /** Interleaved rounds; the median of them is told. */
  rounds: number;
  /** Milliseconds of a round of sending. */
  roundMs: number;
  connections: number;
  /** Leads of a round that is counted and not timed. */
  leads: number;
  /** The long form: the full sizes of what otherwise is a tenth of it. */
  full: boolean;
  /** Where the services leave a CPU profile when they end; none are made without. */
  profileDir?: string;
}

/** Leads to warm up with: code is compiled bit by bit over tens of thousands, and costs several times as much before. */
export const warmUpLeads = ({ leads }: BenchOptions): number => leads * 3;

/** A figure that is held against what was promised. */
export interface Bar {
  what: string;
  value: number;
  unit: string;
  /** `most`: the value may not be above it; `least`: not below it. */
  most?: number;
  least?: number;
}

export interface BenchReport {
  /** One row per subject or load: what was measured, by the name of its column. */
  rows: Record<string, string | number>[];
  bars: Bar[];
  /** Leads or jobs whose ids were compared one by one: sent, accepted and finished. */
  reconciled: number;
}

/** Throws where ids do not reconcile or a part of the stage fails. */
export type Bench = (options: BenchOptions, stack: AsyncDisposableStack) => Promise<BenchReport>;
