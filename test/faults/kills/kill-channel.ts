import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run, Task } from '@taskhook/contracts';
import { until } from '@taskhook/testing';
import { post } from '../load/post.ts';
import { leadBody } from '../load/senders.ts';
import type { Api } from '../stage/api.ts';
import type { Stage, StagedService } from '../stage/stage.ts';
import { killPoints, toText, type KilledChannel, type KillPoint } from './points.ts';
import { openReceiver, type ChannelReceiver } from './receivers.ts';

/** A lead of a channel, and where its runner was killed. */
export interface KilledLead {
  channel: KilledChannel;
  point: KillPoint;
  /** Whether the point was come to, and not only the end of the work. */
  met: boolean;
  /** What its receiver knows it by. */
  recipient: string;
  /** Undefined where it was not answered 200. */
  runId: string | undefined;
}

export interface KilledChannelBooks {
  leads: KilledLead[];
  runs: () => Promise<Run[]>;
  messages: ChannelReceiver['messages'];
}

const environment = {
  RUNNER_LOCK_DURATION: '2s',
  RUNNER_UNKNOWN_SETTLE: '3s',
  RUNNER_FETCH: 'false',
};
/** A point that is not come to by then is beyond the work for one lead. */
const MOST_MS = 3_000;
/** A lead whose runner was killed takes the lock's time twice, and a look at the provider. */
const MOST_MS_TO_MEND = 20_000;
const LOOK_MS = 250;

/** Sends a lead for each point, and kills the only runner of the channel there. */
export async function killChannel(
  stage: Stage,
  stack: AsyncDisposableStack,
  channel: KilledChannel,
  count: number,
): Promise<KilledChannelBooks> {
  const receiver = await openReceiver(channel, stack, stage.api);
  const runner = await stage.start('task-runner', { ...environment, RUNNER_CHANNELS: channel });
  await runner.untilReady();
  const task = await stage.api.createTask({ name: `Kill ${channel}`, steps: [receiver.step] });
  const url = urlAt(stage, task);
  const leads: KilledLead[] = [];
  const agent = new Agent();
  for (const [n, point] of killPoints(channel, count).entries()) {
    const met = killAt(runner, receiver, point);
    const body = leadBody(n);
    const { runId } = await post(agent, [url], body);
    leads.push({ channel, point, met: await met.done, recipient: recipientOf(channel, body), runId });
    await runner.untilReady();
    await untilDone(stage.api, task.id);
  }
  return { leads, messages: receiver.messages, runs: () => stage.api.runs(task.id) };
}

/** The next kill is to hit its own lead, and not what is still made good of this one. */
async function untilDone(api: Api, taskId: string): Promise<void> {
  const deadline = performance.now() + MOST_MS_TO_MEND;
  // What is not done by then is judged with the others at the end.
  while (performance.now() < deadline && (await api.hasUnfinished(taskId))) await sleep(LOOK_MS);
}

/** Watches a link and kills the runner when the point has come. */
function killAt(
  runner: StagedService,
  receiver: ChannelReceiver,
  point: KillPoint,
): { done: Promise<boolean> } {
  const link = point.link === 'redis' ? runner.redisLink : receiver.link;
  let left = point.piece;
  let killed: Promise<void> | undefined;
  link.watch((direction) => {
    // What a process says that is no more does not arrive.
    if (killed !== undefined) return direction === 'back';
    if (direction !== point.direction || (left -= 1) > 0) return true;
    killed = runner.kill();
    return point.passes;
  });
  const come = until('the point', () => killed !== undefined, MOST_MS).then(
    () => true,
    () => false,
  );
  const done = come.then(async (met) => {
    await (killed ?? runner.kill());
    link.watch(undefined);
    return met;
  });
  return { done };
}

function urlAt(stage: Stage, task: Task): string {
  return (stage.ingressUrls[0] ?? '') + new URL(task.webhook.url).pathname;
}

function recipientOf(channel: KilledChannel, body: string): string {
  const { phone, email } = JSON.parse(body) as { phone: string; email: string };
  return channel === 'email' ? email : phone;
}

export const whereKilled = ({ channel, point, runId }: KilledLead): string =>
  `${channel}, killed at ${toText(point)}, ${runId ?? 'no run'}`;
