import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRunId, newSampleId, type RunLogEvent } from '@taskhook/contracts';
import { silentLogger } from '@taskhook/telemetry';
import { until } from '@taskhook/testing';
import { createLiveHub } from '../src/live/live-hub.ts';
import type { RunSummary } from '../src/runs/run-summary.ts';
import { accepted, progress, quarantined } from './events.ts';
import { startHarness, type Harness } from './harness.ts';

let registry: Harness;
beforeAll(async () => {
  registry = await startHarness();
});
afterAll(() => registry.close());

interface Heard {
  event: string;
  data: RunSummary & { changed?: number; reason?: unknown };
}

interface Watcher {
  heard: Heard[];
  status: number;
  comments(): number;
  runs(): RunSummary[];
  ended: Promise<void>;
  leave(): void;
}

const bearer = ({ settings }: Harness) => ({ authorization: `Bearer ${settings.adminKey}` });

/** A client as a browser is: it reads the stream until it leaves. */
async function watch(
  query = '',
  { at = registry, headers = bearer(at) }: { at?: Harness; headers?: Record<string, string> } = {},
): Promise<Watcher> {
  const leaving = new AbortController();
  const url = `http://127.0.0.1:${at.service.port}/v1/events/runs${query}`;
  const response = await fetch(url, { headers, signal: leaving.signal });
  const heard: Heard[] = [];
  let comments = 0;
  const read = async (): Promise<void> => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const fields = new Map(part.split('\n').map((line) => line.split(/:(.*)/s) as [string, string]));
        if (fields.has('event'))
          heard.push({ event: fields.get('event') ?? '', data: JSON.parse(fields.get('data') ?? '{}') });
        else comments += 1;
      }
    }
  };
  return {
    heard,
    status: response.status,
    comments: () => comments,
    runs: () => heard.filter(({ event }) => event === 'run').map(({ data }) => data),
    ended: read().catch(() => undefined),
    leave: () => leaving.abort(),
  };
}

describe('who watches runs', () => {
  it('is told of each as it changes, with its lead and without its steps', async () => {
    const watcher = await watch();
    const id = newRunId();
    await registry.log(accepted(id, 'task_live'));
    const run = await until('the run', () => watcher.runs().find((one) => one.id === id));
    expect(run).toMatchObject({
      task_id: 'task_live',
      status: 'queued',
      lead: { full_name: 'Mario Rossi', phone: '+393331234567', email: 'mario@example.com' },
    });
    expect(run).not.toHaveProperty('steps');
    await registry.log(progress(id, 'task_live', 'succeeded'));
    await until('its end', () => watcher.runs().some((one) => one.id === id && one.status === 'succeeded'));
    watcher.leave();
  });

  it('hears of one task alone where it asks for one, and of its samples', async () => {
    const watcher = await watch('?task_id=task_a');
    const [ours, theirs] = [newRunId(), newRunId()];
    const { request, received_at } = quarantined('task_a', {});
    const sampled = (task_id: string): RunLogEvent => {
      return { type: 'sampled', sample_id: newSampleId(), task_id, received_at, request };
    };
    await registry.log(
      accepted(theirs, 'task_b'),
      sampled('task_b'),
      sampled('task_a'),
      accepted(ours, 'task_a'),
    );
    await until('the run', () => watcher.runs().length > 0);
    const told = watcher.heard.map(({ event, data }) => `${event} of ${data.task_id}`);
    expect(new Set(told)).toEqual(new Set(['run of task_a', 'sample of task_a']));
    watcher.leave();
  });

  it('of a state hears of runs that come to it and of those that leave it', async () => {
    const watcher = await watch('?status=queued&task_id=task_s');
    const [stays, passes] = [newRunId(), newRunId()];
    await registry.log(accepted(stays, 'task_s'));
    await until('the run', () => watcher.runs().some(({ id }) => id === stays));
    await registry.log(accepted(passes, 'task_s'), progress(passes, 'task_s', 'failed'));
    await registry.log(progress(stays, 'task_s', 'succeeded'));
    await until('its leaving', () => watcher.runs().some(({ status }) => status === 'succeeded'));
    expect(watcher.runs().map(({ id }) => id)).not.toContain(passes);
    watcher.leave();
  });

  it('hears what another replica records', async () => {
    const other = await startHarness({ settings: registry.settings });
    const watchers = await Promise.all([watch('?task_id=task_r'), watch('?task_id=task_r', { at: other })]);
    const ids = Array.from({ length: 6 }, () => newRunId());
    for (const id of ids) await registry.log(accepted(id, 'task_r'));
    for (const watcher of watchers) {
      await until('all runs', () => new Set(watcher.runs().map(({ id }) => id)).size === ids.length);
      expect(new Set(watcher.runs().map(({ id }) => id))).toEqual(new Set(ids));
      watcher.leave();
    }
    await other.close();
  });

  it('is told at most ten runs a second of a burst, and how many more there were', async () => {
    const watcher = await watch('?task_id=task_burst');
    const start = Date.now();
    const ids = Array.from({ length: 2_000 }, () => newRunId());
    for (let at = 0; at < ids.length; at += 100)
      await registry.log(...ids.slice(at, at + 100).map((id) => accepted(id, 'task_burst')));
    const counted = () =>
      watcher.runs().length +
      watcher.heard.reduce((sum, { event, data }) => sum + (event === 'more' ? (data.changed ?? 0) : 0), 0);
    await until('the whole burst', () => counted() >= ids.length, 60_000);
    const seconds = (Date.now() - start) / 1_000;
    expect(watcher.heard.length).toBeLessThanOrEqual(11 * Math.ceil(seconds + 1));
    expect(watcher.heard.some(({ event }) => event === 'more')).toBe(true);
    watcher.leave();
  });

  it('is told to read the list again when it comes back', async () => {
    const watcher = await watch('', { headers: { ...bearer(registry), 'last-event-id': '1' } });
    const [first] = await until('the hint', () => watcher.heard.length > 0 && watcher.heard);
    expect(first?.event).toBe('resync');
    watcher.leave();
  });

  it('has to be signed in, and to ask for what there is', async () => {
    expect((await watch('', { headers: {} })).status).toBe(401);
    expect((await watch('?state=queued')).status).toBe(400);
  });

  it('is sent away when its session ends', async () => {
    const url = `http://127.0.0.1:${registry.service.port}/v1/session`;
    const ownPage = { 'x-taskhook-console': '1' };
    const body = JSON.stringify({ key: registry.settings.adminKey });
    const signedIn = await fetch(url, { method: 'POST', headers: ownPage, body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const watcher = await watch('', { headers: { cookie } });
    expect(watcher.status).toBe(200);
    await fetch(url, { method: 'DELETE', headers: { ...ownPage, cookie } });
    await watcher.ended;
    expect(watcher.heard).toEqual([{ event: 'end', data: { reason: 'signed_out' } }]);
  }, 30_000);

  it('does not hold up a server that stops', async () => {
    const other = await startHarness();
    const watcher = await watch('', { at: other });
    const start = Date.now();
    await other.close();
    await watcher.ended;
    expect(watcher.heard.at(-1)).toEqual({ event: 'end', data: { reason: 'closing' } });
    expect(Date.now() - start).toBeLessThan(8_000);
  });
});

describe('the hub', () => {
  const stream = () => {
    let finish: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (finish = resolve));
    const sent: string[] = [];
    const slow = { value: false };
    const open = () =>
      Promise.resolve({
        isResumed: false,
        isSlow: () => slow.value,
        send: (event: string, data: unknown) => void sent.push(`${event} ${JSON.stringify(data)}`),
        ended,
        end: () => finish(),
      });
    return { open, sent, slow, finish: () => finish() };
  };
  const stays = () => Promise.resolve(true);
  const store = { findSummaries: () => Promise.resolve([]) };

  it('takes so many clients and no more', async () => {
    const hub = createLiveHub({ store, logger: silentLogger, maxClients: 1 });
    const [first, second] = [stream(), stream()];
    const watching = hub.watch({}, stays, first.open);
    await sleep(1);
    await expect(hub.watch({}, stays, second.open)).rejects.toMatchObject({ code: 'rate_limited' });
    first.finish();
    await watching;
    hub.close();
    await expect(hub.watch({}, stays, second.open)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('waits with a client that reads slowly, and tells it only how much it missed', async () => {
    const hub = createLiveHub({ store, logger: silentLogger });
    const client = stream();
    client.slow.value = true;
    const watching = hub.watch({}, stays, client.open);
    await sleep(1);
    for (let i = 0; i < 5_000; i += 1) hub.hear({ runs: [{ id: `run_${i}`, task_id: 't' }], samples: [] });
    await sleep(300);
    expect(client.sent).toEqual([]);
    client.slow.value = false;
    await until('the rest', () => client.sent.some((line) => line === 'more {"changed":4990}'));
    hub.close();
    await watching;
  });
});
