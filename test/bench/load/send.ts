import { quantile } from '../measure/statistics.ts';
import { openConnection, type Connection, type HttpAnswer } from './connection.ts';
import { leadRequest } from './lead.ts';
import type { LoadPlan, LoadResult } from './plan.ts';

/** Sends what the plan says over keep-alive connections, and gives what was answered. */
export async function sendLoad(plan: LoadPlan): Promise<LoadResult> {
  const targets = plan.urls.map((url) => new URL(url));
  const [server] = targets;
  if (server === undefined) throw new Error('a plan names at least one address');
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () => openConnection(server)),
  );
  const tally = createTally();
  const requestFor = (i: number): string => {
    const target = targets[i % targets.length] ?? server;
    return leadRequest(target.pathname, target.host, plan.first + i);
  };
  const cpu = process.cpuUsage();
  const start = performance.now();
  const send = plan.rate === undefined ? sendAtWill : sendAtRate;
  await send(plan, connections, requestFor, tally);
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of connections) connection.close();
  return { ...tally.result(), elapsedMs, cpuUs: user + system };
}

type Tally = ReturnType<typeof createTally>;

function createTally() {
  const runIds: string[] = [];
  const refused: Record<string, number> = {};
  const latencies: number[] = [];
  let accepted = 0;
  return {
    add: ({ status, body }: HttpAnswer, latencyMs: number): void => {
      latencies.push(latencyMs);
      if (status !== 200) {
        const name = status === 0 ? 'broken' : String(status);
        refused[name] = (refused[name] ?? 0) + 1;
        return;
      }
      accepted += 1;
      const at = body.indexOf('"run_');
      // `"run_id":"` comes first, then the id itself.
      const id = at < 0 ? -1 : body.indexOf('"run_', at + 1);
      if (id >= 0) runIds.push(body.slice(id + 1, body.indexOf('"', id + 1)));
    },
    result: () => ({
      sent: latencies.length,
      accepted,
      runIds,
      refused,
      latency: {
        p50: quantile(latencies, 0.5),
        p99: quantile(latencies, 0.99),
        max: quantile(latencies, 1),
      },
    }),
  };
}

type Send = (
  plan: LoadPlan,
  connections: readonly Connection[],
  requestFor: (i: number) => string,
  tally: Tally,
) => Promise<void>;

/** Each connection sends its next lead as soon as the last is answered. */
const sendAtWill: Send = async ({ until }, connections, requestFor, tally) => {
  const end = 'ms' in until ? performance.now() + until.ms : Number.POSITIVE_INFINITY;
  const most = 'leads' in until ? until.leads : Number.POSITIVE_INFINITY;
  let sent = 0;
  const drive = (connection: Connection, done: () => void): void => {
    const start = performance.now();
    if (sent >= most || start >= end) return done();
    connection.request(requestFor(sent++), (answer) => {
      tally.add(answer, performance.now() - start);
      drive(connection, done);
    });
  };
  await Promise.all(
    connections.map((connection) => new Promise<void>((resolve) => drive(connection, resolve))),
  );
};

const TICK_MS = 1;

/** A lead that is due and finds no free connection waits for one, and that counts as its latency. */
const sendAtRate: Send = ({ until, rate = 1 }, connections, requestFor, tally) => {
  const most = 'leads' in until ? until.leads : Math.floor((until.ms / 1_000) * rate);
  const free = [...connections];
  const start = performance.now();
  let sent = 0;
  let answered = 0;
  return new Promise<void>((resolve) => {
    const sendDue = (): void => {
      const due = Math.min(most, Math.floor(((performance.now() - start) / 1_000) * rate));
      for (let connection; sent < due && (connection = free.pop()) !== undefined;) sendOne(connection);
    };
    const sendOne = (connection: Connection): void => {
      const intended = start + ((sent + 1) / rate) * 1_000;
      connection.request(requestFor(sent++), (answer) => {
        tally.add(answer, Math.max(0, performance.now() - intended));
        free.push(connection);
        answered += 1;
        if (answered < most) return sendDue();
        clearInterval(timer);
        resolve();
      });
    };
    const timer = setInterval(sendDue, TICK_MS);
  });
};
