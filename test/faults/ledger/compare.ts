import type { Run } from '@taskhook/contracts';
import type { Heard } from '../load/post.ts';
import type { SentLead } from '../load/senders.ts';
import type { RowResult } from '../row.ts';
import type { Delivery } from './deliveries.ts';

export interface Books {
  leads: readonly SentLead[];
  deliveries: readonly Delivery[];
  runs: readonly Run[];
}

type Verdict = Pick<
  RowResult,
  | 'sent'
  | 'accepted'
  | 'refused'
  | 'unanswered'
  | 'lost'
  | 'doubled'
  | 'stuck'
  | 'failed'
  | 'evidence'
  | 'notes'
>;

const settled = new Set(['succeeded', 'failed', 'cancelled', 'skipped', 'held']);
const EVIDENCE = 10;

/** Compares, lead by lead, what was sent with what was answered and what became of it. */
export function compare({ leads, deliveries, runs }: Books): Verdict {
  const runOf = new Map(runs.map((run) => [run.id, run]));
  const keysOf = Map.groupBy(deliveries, ({ n }) => n);
  const heard = leads.flatMap((lead) => lead.heard);
  const accepted = leads.filter((lead) => runIdsOf(lead).length > 0);
  const lost = accepted.filter(
    (lead) => !runIdsOf(lead).every((id) => isAtItsEnd(runOf.get(id), lead, keysOf)),
  );
  const doubled = leads.filter(({ n }) => new Set(keysOf.get(n)?.map(({ key }) => key)).size > 1);
  const stuck = runs.filter(({ status }) => !settled.has(status));
  return {
    sent: leads.length,
    accepted: accepted.length,
    refused: heard.filter(({ status }) => status === 503).length,
    unanswered: heard.filter(({ status }) => status === 0).length,
    lost: lost.length,
    doubled: doubled.length,
    stuck: stuck.length,
    failed: runs.filter(({ status }) => status === 'failed').length,
    evidence: [
      ...lost.map((lead) => `lost: lead ${lead.n}, ${runIdsOf(lead).map(told(runOf)).join(', ')}`),
      ...doubled.map(
        ({ n }) =>
          `doubled: lead ${n}, ${keysOf
            .get(n)
            ?.map(({ key }) => key)
            .join(', ')}`,
      ),
      ...stuck.map(({ id, status }) => `stuck: ${id} ${status}`),
    ].slice(0, EVIDENCE),
    notes: toldProblems(heard),
  };
}

/** How often each problem was told. */
function toldProblems(heard: readonly Heard[]): string[] {
  const told = heard.flatMap(({ status, problem }) =>
    problem === undefined ? [] : [`${status} ${problem}`],
  );
  return [...Map.groupBy(told, (problem) => problem)].map(([problem, all]) => `${problem}: ${all.length}`);
}

/** The runs that a lead's sender was told of with 200. */
export const runIdsOf = ({ heard }: SentLead): string[] => [
  ...new Set(heard.flatMap(({ runId }) => (runId === undefined ? [] : [runId]))),
];

/** A lead that is a duplicate was delivered by the run that it is a duplicate of. */
function isAtItsEnd(
  run: Run | undefined,
  { n }: SentLead,
  keysOf: ReadonlyMap<number, readonly Delivery[]>,
): boolean {
  if (run === undefined || !settled.has(run.status)) return false;
  return run.status === 'failed' || keysOf.has(n);
}

const told = (runOf: ReadonlyMap<string, Run>) => (id: string) => {
  const run = runOf.get(id);
  return `${id} ${run?.status ?? 'unknown to the API'} ${run?.reason?.code ?? ''}`.trim();
};
