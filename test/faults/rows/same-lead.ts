import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from '@taskhook/contracts';
import { compare, runIdsOf, type Books } from '../ledger/compare.ts';
import { openDeliveries } from '../ledger/deliveries.ts';
import { settle } from '../ledger/settle.ts';
import { post, type Heard } from '../load/post.ts';
import { leadBody, type SentLead } from '../load/senders.ts';
import type { Row, RowResult } from '../row.ts';
import { openStage, type Stage, type StageOptions } from '../stage/stage.ts';

const CLIENTS = 50;
const LEADS = 40;

/** The same body, which is one request sent again, or other bodies of one person. */
type BodyOf = (n: number, client: number) => string;
const sameBody: BodyOf = (n) => leadBody(n);
const samePerson: BodyOf = (n, client) => JSON.stringify({ ...(JSON.parse(leadBody(n)) as object), client });

export const sameLeadRows: readonly Row[] = [
  row(
    'same-body',
    `${CLIENTS} clients post the same body at once to three ingress, and again after its job has gone`,
    sameBody,
  ),
  row(
    'same-person',
    `${CLIENTS} clients post one person at once to three ingress, each with another body (dedupe by phone)`,
    samePerson,
    {
      dedupe: { by: ['phone'], window: '24h' },
    },
  ),
];

function row(name: string, outage: string, bodyOf: BodyOf, lead: object = {}): Row {
  return {
    name,
    outage,
    run: async ({ share }, stack) => {
      const stage = await openStage(stack, threeIngresses);
      const deliveries = await openDeliveries(stack);
      const task = await stage.api.createTask({
        ...deliveries.task,
        lead: { ...deliveries.task.lead, ...lead },
      });
      const leads: SentLead[] = [];
      for (let n = 0; n < Math.ceil(LEADS * share); n += 1) {
        leads.push({ n, at: Date.now(), heard: await postAtOnce(stage, task, n, bodyOf) });
      }
      await settle(stage, task, leads, deliveries);
      for (const one of leads) one.heard.push(...(await postAtOnce(stage, task, one.n, bodyOf)));
      await sleep(1_000);
      const { books, ...seconds } = await settle(stage, task, leads, deliveries);
      return { ...compare(books), ...seconds, restarts: 0, broken: problemsOf(books) };
    },
  };
}

const threeIngresses: StageOptions = { ingresses: 3 };

async function postAtOnce(stage: Stage, task: Task, n: number, bodyOf: BodyOf): Promise<Heard[]> {
  const agent = new Agent({ keepAlive: true });
  const path = new URL(task.webhook.url).pathname;
  const urls = stage.ingressUrls.map((url) => url + path);
  const clients = Array.from({ length: CLIENTS }, (_, client) => client);
  const heard = await Promise.all(
    clients.map((client) => post(agent, [urls[client % urls.length] ?? ''], bodyOf(n, client))),
  );
  agent.destroy();
  return heard;
}

/**
 * An ingress that finds Redis too slow keeps a lead in its spool, under a run of its own; that run must
 * turn out to be a duplicate.
 */
function problemsOf({ leads, runs }: Books): RowResult['broken'] {
  const duplicates = new Set(runs.filter(({ reason }) => reason?.code === 'duplicate').map((run) => run.id));
  const ownRuns = (lead: SentLead): string[] => runIdsOf(lead).filter((id) => !duplicates.has(id));
  const wrong = leads.filter(
    (lead) => ownRuns(lead).length !== 1 || lead.heard.some(({ status }) => status !== 200),
  );
  return wrong.length === 0 ? [] : [`${wrong.length} leads have several runs, or were not answered 200`];
}
