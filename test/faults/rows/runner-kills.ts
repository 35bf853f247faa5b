import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '@taskhook/contracts';
import { killChannel, whereKilled, type KilledChannelBooks, type KilledLead } from '../kills/kill-channel.ts';
import { killedChannels } from '../kills/points.ts';
import type { Row, RowResult } from '../row.ts';
import { openStage } from '../stage/stage.ts';

const KILLS = 200;
const SETTLE_MS = 60_000;

/** Messages of these channels come twice where their call is made twice, so it is not made again. */
const onceOnly = new Set(['sms', 'whatsapp']);

export const runnerKills: Row = {
  name: 'runner-kills',
  outage: `task-runner is killed with -9 at every point around a send, ${KILLS} times over all channels`,
  run: async ({ share }, stack) => {
    const stage = await openStage(stack, { runners: 0 });
    const count = Math.ceil((KILLS * share) / killedChannels.length);
    const books = await Promise.all(
      killedChannels.map((channel) => killChannel(stage, stack, channel, count)),
    );
    const start = performance.now();
    for (;;) {
      const verdicts = await Promise.all(books.map(judge));
      const result = added(verdicts);
      const elapsed = performance.now() - start;
      const isSettled = result.lost + result.stuck === 0;
      if (isSettled || elapsed > SETTLE_MS)
        return { ...result, settledSeconds: isSettled ? elapsed / 1_000 : null };
      await sleep(500);
    }
  },
};

async function judge({ leads, runs, messages }: KilledChannelBooks): Promise<RowResult> {
  const runOf = new Map((await runs()).map((run) => [run.id, run]));
  const messagesOf = messages();
  const messagesTo = ({ recipient }: KilledLead): number => messagesOf.get(recipient)?.length ?? 0;
  const all = leads.map((lead) => ({ lead, run: runOf.get(lead.runId ?? ''), messages: messagesTo(lead) }));
  const accepted = all.filter(({ lead }) => lead.runId !== undefined);
  const lost = accepted.filter((one) => !isAtItsEnd(one));
  const doubled = all.filter((one) => one.messages > 1);
  const stuck = [...runOf.values()].filter(({ finished_at }) => finished_at === null);
  const failed = all.filter(({ run }) => run?.status === 'failed');
  return {
    sent: leads.length,
    accepted: accepted.length,
    refused: 0,
    unanswered: all.length - accepted.length,
    lost: lost.length,
    doubled: doubled.length,
    stuck: stuck.length,
    failed: failed.length,
    settledSeconds: null,
    restarts: 0,
    broken: [],
    evidence: [
      ...lost.map(
        ({ lead, run }) =>
          `lost: ${whereKilled(lead)} ${run?.status ?? 'unknown to the API'} ${run?.reason?.message ?? ''}`,
      ),
      ...doubled.map(({ lead }) => `doubled: ${whereKilled(lead)}`),
    ],
    notes: [
      `${leads[0]?.channel}: ${leads.filter(({ met }) => met).length} of ${leads.length} kills during the work; ` +
        `${failed.length} unknown to their provider's look-alike or the runner, and left to a person`,
    ],
  };
}

/** What may have been sent and cannot be known ends as failed, for a person to decide. */
function isAtItsEnd({
  lead,
  run,
  messages,
}: {
  lead: KilledLead;
  run: Run | undefined;
  messages: number;
}): boolean {
  if (run?.status === 'succeeded') return messages > 0;
  return run?.status === 'failed' && run.reason?.code === 'outcome_unknown' && onceOnly.has(lead.channel);
}

function added(verdicts: readonly RowResult[]): RowResult {
  const sum = (of: (one: RowResult) => number): number => verdicts.reduce((total, one) => total + of(one), 0);
  return {
    sent: sum(({ sent }) => sent),
    accepted: sum(({ accepted }) => accepted),
    refused: 0,
    unanswered: sum(({ unanswered }) => unanswered),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    stuck: sum(({ stuck }) => stuck),
    failed: sum(({ failed }) => failed),
    settledSeconds: null,
    restarts: 0,
    broken: [],
    evidence: verdicts.flatMap(({ evidence }) => evidence),
    notes: verdicts.flatMap(({ notes = [] }) => notes),
  };
}
