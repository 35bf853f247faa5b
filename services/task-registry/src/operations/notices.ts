import { Type, type Static } from 'typebox';
import { channels, DAY, literals, lowestRunId } from '@taskhook/contracts';
import { downTargets, redisUnavailable } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import { systemReport } from '../system/system-report.ts';

const severities = ['info', 'warning', 'critical'] as const;

/** Something that needs a person now. */
export const Notice = Type.Object({
  code: Type.String({
    description:
      'quarantine_open, outcome_unknown, connection_down, worker_missing, queue_stands, run_log_behind, ledger_off, spool_in_use or durability_low',
  }),
  severity: literals(severities),
  /** When it was noticed first. */
  since: Type.String({ format: 'date-time' }),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  link: Type.String({ description: 'The page of the console where it can be looked at' }),
});
export type Notice = Static<typeof Notice>;

type Found = Omit<Notice, 'since'>;

/** Counting stops here: more is many. */
const MANY = 1_000;
const OLD_SECONDS = 60;
const LAG = 10_000;

/** What needs a person now, worst first. Throws `unavailable` where Redis does not answer. */
export async function notices(registry: Registry): Promise<{ items: Notice[] }> {
  const looks = [fromRuns, fromTargets, fromQueues, fromLedger, fromInstances];
  const found = (await Promise.all(looks.map((look) => look(registry)))).flat();
  const items = await withSince(registry, found).catch((error: unknown) => {
    throw redisUnavailable(error);
  });
  const rank = ({ severity }: Notice): number => severities.indexOf(severity);
  return { items: items.toSorted((a, b) => rank(b) - rank(a)) };
}

async function fromRuns({ store }: Registry): Promise<Found[]> {
  const yesterday = lowestRunId(Date.now() - DAY);
  const recent = yesterday.replace('run_', 'quar_');
  const [open, unknown] = await Promise.all([
    store.quarantine
      .find({ status: 'open', _id: { $gte: recent } }, { _id: 1 })
      .limit(MANY)
      .lean(),
    store.runs
      .find({ status: 'failed', 'reason.code': 'outcome_unknown', _id: { $gte: yesterday } }, { _id: 1 })
      .limit(MANY)
      .lean(),
  ]);
  return [
    ...noticeIf(open.length > 0, 'quarantine_open', 'warning', { count: open.length }, '/quarantine'),
    ...noticeIf(
      unknown.length > 0,
      'outcome_unknown',
      'warning',
      { count: unknown.length },
      '/runs?status=failed',
    ),
  ];
}

async function fromTargets({ redis, keys }: Registry): Promise<Found[]> {
  const down = await downTargets(redis, keys);
  return down.map(({ provider, state, count }) => ({
    code: 'connection_down',
    severity: 'critical',
    facts: { provider, state, count },
    link: '/connections',
  }));
}

async function fromQueues({ queues, runLogLag }: Registry): Promise<Found[]> {
  const stats = await Promise.all(
    channels.map(async (channel) => ({ channel, ...(await queues.stats(channel)) })),
  );
  const old = stats.filter(({ oldestAgeSeconds }) => oldestAgeSeconds > OLD_SECONDS);
  const lag = await runLogLag();
  return [
    ...old.map(({ channel, waiting, active, oldestAgeSeconds }): Found => {
      const facts = { channel, waiting, oldest_age_seconds: Math.round(oldestAgeSeconds) };
      const code = active === 0 ? 'worker_missing' : 'queue_stands';
      return { code, severity: 'critical', facts, link: '/operations' };
    }),
    ...noticeIf(lag > LAG, 'run_log_behind', 'warning', { entries: lag }, '/operations'),
  ];
}

function fromLedger({ ledger }: Registry): Promise<Found[]> {
  const runs = ledger()?.unaccounted ?? 0;
  return Promise.resolve(noticeIf(runs > 0, 'ledger_off', 'critical', { runs }, '/operations'));
}

async function fromInstances(registry: Registry): Promise<Found[]> {
  const { instances } = await systemReport(registry);
  return instances.flatMap(({ id, durability, spool }) => [
    ...noticeIf(
      (spool?.entries ?? 0) > 0,
      'spool_in_use',
      'critical',
      { instance: id, entries: spool?.entries ?? 0 },
      '/operations',
    ),
    ...noticeIf(
      durability === 'memory',
      'durability_low',
      'warning',
      { instance: id, durability: durability ?? '' },
      '/operations',
    ),
  ]);
}

function noticeIf(
  isThere: boolean,
  code: string,
  severity: Notice['severity'],
  facts: Notice['facts'],
  link: string,
): Found[] {
  return isThere ? [{ code, severity, facts, link }] : [];
}

/** All replicas tell the same time: the first who notices writes it down, and it goes with the notice. */
async function withSince({ redis, keys }: Registry, found: readonly Found[]): Promise<Notice[]> {
  const named = found.map((notice) => ({ ...notice, name: nameOf(notice) }));
  const held = await redis.hgetall(keys.notices);
  const gone = Object.keys(held).filter((name) => !named.some((notice) => notice.name === name));
  if (gone.length > 0) await redis.hdel(keys.notices, ...gone);
  const now = String(Date.now());
  for (const { name } of named) if (held[name] === undefined) await redis.hsetnx(keys.notices, name, now);
  return named.map(({ name, ...notice }) => ({
    ...notice,
    since: new Date(Number(held[name] ?? now)).toISOString(),
  }));
}

/** Figures change while it is the same notice. */
function nameOf({ code, facts }: Found): string {
  return [code, facts['channel'], facts['provider'], facts['instance']]
    .filter((part) => part !== undefined)
    .join(' ');
}
