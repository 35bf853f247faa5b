import { expect, test } from 'vitest';
import { Supervisor, type Running } from './supervisor.ts';

interface Script {
  /** How the n-th run behaves: it lives until it is stopped, dies at once, or never starts. */
  runs: ('lives' | 'dies' | 'fails')[];
}

function supervised({ runs }: Script) {
  const lines: string[] = [];
  let started = 0;
  let stopped = 0;
  const start = async (): Promise<Running> => {
    const how = runs[started] ?? 'dies';
    started += 1;
    if (how === 'fails') throw new Error('no start');
    const end = Promise.withResolvers<number>();
    if (how === 'dies') end.resolve(7);
    return {
      exited: end.promise,
      stop: async () => {
        stopped += 1;
        end.resolve(0);
      },
    };
  };
  const supervisor = new Supervisor({ name: 'it', start, log: (line) => lines.push(line) });
  return { supervisor, lines, counts: () => ({ started, stopped }) };
}

const never = new AbortController().signal;

test('the failure of the first start is the caller’s', async () => {
  const { supervisor } = supervised({ runs: ['fails'] });
  await expect(supervisor.start(never)).rejects.toThrow('no start');
  await supervisor.stop();
});

test('an unexpected end is told, and it is started again', async () => {
  const { supervisor, lines, counts } = supervised({ runs: ['dies', 'lives'] });
  await supervisor.start(never);
  await expect.poll(() => counts().started, { timeout: 5_000 }).toBe(2);
  await supervisor.stop();
  expect(lines).toEqual(['it ended unexpectedly (7).']);
  expect(counts().stopped).toBe(1);
});

test('five quick ends in a row are given up, a start that fails counted as one', async () => {
  const { supervisor, counts } = supervised({ runs: ['dies', 'dies', 'fails', 'dies', 'dies'] });
  await supervisor.start(never);
  expect((await supervisor.failed).message).toContain('it ended 5 times in a row');
  expect(counts().started).toBe(5);
  await supervisor.stop();
}, 15_000);

test('a stop during the first start waits for it and stops what it gave', async () => {
  const { supervisor, counts } = supervised({ runs: ['lives'] });
  const starting = supervisor.start(never);
  await supervisor.stop();
  await starting;
  expect(counts()).toEqual({ started: 1, stopped: 1 });
});
