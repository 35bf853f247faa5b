/** What became of the leads of a row. */
export interface RowResult {
  /** Leads whose senders sent them, once or several times. */
  sent: number;
  /** Leads that were answered 200. */
  accepted: number;
  /** Answers of 503. */
  refused: number;
  /** Requests that no ingress answered. */
  unanswered: number;
  /** Leads that were answered 200 and did not come to an end in time, or ended without being delivered. */
  lost: number;
  /** Leads that were delivered under two idempotency keys, or messages that were sent twice. */
  doubled: number;
  /** Runs that are neither finished nor held, answered or not. */
  stuck: number;
  /** Runs that ended as failed. They are listed and can be replayed. */
  failed: number;
  /**
   * Seconds from the end of the fault until a lead that was sent after it was delivered; null where none
   * was. Absent from a row whose fault has no such end.
   */
  flowSeconds?: number | null;
  /** Seconds from the last lead until all were delivered; null where they were not. */
  deliveredSeconds?: number | null;
  /** Seconds from the last lead until the API showed every run at its end; null where it did not. */
  settledSeconds: number | null;
  /** Processes that ended by themselves and that their supervisor started again. */
  restarts: number;
  /** What else was broken that had to hold; none where all is well. */
  broken: string[];
  /** Ids of leads and runs to look for. */
  evidence: string[];
  /** What is to be told of a row, whatever came of it. */
  notes?: string[];
}

export interface RowOptions {
  /** New leads per second. */
  rate: number;
  /** The share of the work that a bounded row does, up to 1: kills, bursts. */
  share: number;
  /** More variables for every service. */
  environment?: Record<string, string>;
  /** Gets what the services wrote where a row fails. */
  log: (line: string) => void;
}

/** One fault, with the load around it. Everything it opens is closed with the stack. */
export interface Row {
  name: string;
  /** What is done, for a person. */
  outage: string;
  /** Why it cannot be tried on this machine, where it cannot. */
  impossible?: () => string | undefined;
  run(options: RowOptions, stack: AsyncDisposableStack): Promise<RowResult>;
}

/** Seconds after which leads must flow again, and all be delivered. */
const MOST_SECONDS = 60;

/** Sentences that say what is wrong with a row; none where it holds. */
export function faultsOf(result: RowResult): string[] {
  const { lost, doubled, stuck, flowSeconds, deliveredSeconds, settledSeconds, broken } = result;
  return [
    ...(lost > 0 ? [`${lost} leads were lost`] : []),
    ...(doubled > 0 ? [`${doubled} leads were carried out twice`] : []),
    ...(stuck > 0 ? [`${stuck} runs are stuck`] : []),
    ...(within(flowSeconds) ? [] : [`leads did not flow again within ${MOST_SECONDS} s`]),
    ...(within(deliveredSeconds) ? [] : [`leads were not all delivered within ${MOST_SECONDS} s`]),
    ...(settledSeconds === null ? ['the API did not show every run at its end'] : []),
    ...broken,
  ];
}

const within = (seconds: number | null | undefined): boolean =>
  seconds === undefined || (seconds !== null && seconds <= MOST_SECONDS);
