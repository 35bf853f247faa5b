import { expect, test } from 'vitest';
import { claimKeys, confirmClaims, releaseClaims, settledClaim } from '../src/index.ts';
import { connect, open } from './connection.ts';

const ttlMs = 60_000;

test('of fifty claimers on three connections one wins, and the others learn its run', async () => {
  const { redis, keys } = await connect();
  const connections = [redis, await open(), await open()];
  const key = keys.claim('task_1', 'body', 'x');
  const claims = Array.from({ length: 50 }, (_, i) => ({ key, runId: `run_${i}`, ttlMs }));
  const results = await Promise.all(
    claims.map(async (claim, i) => (await claimKeys(connections[i % 3] ?? redis, [claim]))[0]),
  );
  const winners = claims.filter((_, i) => results[i]?.ours === true);
  expect(winners).toHaveLength(1);
  const told = results.flatMap((result) => (result === undefined || result.ours ? [] : [result.runId]));
  expect(told).toHaveLength(49);
  expect(new Set(told)).toEqual(new Set([winners[0]?.runId]));
});

test('a claim is pending until it is confirmed, and whoever waits sees that', async () => {
  const { redis, keys } = await connect();
  const claim = { key: keys.claim('task_1', 'key', 'abc'), runId: 'run_1', ttlMs };
  await claimKeys(redis, [claim]);
  expect(await claimKeys(redis, [{ ...claim, runId: 'run_2' }])).toEqual([
    { ours: false, runId: 'run_1', pending: true },
  ]);
  const settled = settledClaim(redis, claim.key, 5_000);
  await confirmClaims(redis, [claim]);
  expect(await settled).toMatchObject({ runId: 'run_1', pending: false });
});

test('a claim whose claimer has died stays pending, with its run id', async () => {
  const { redis, keys } = await connect();
  const claim = { key: keys.claim('task_1', 'key', 'abc'), runId: 'run_1', ttlMs };
  await claimKeys(redis, [claim]);
  expect(await settledClaim(redis, claim.key, 100)).toMatchObject({ runId: 'run_1', pending: true });
});

test('a claim stands for so long as it says, and no longer', async () => {
  const { redis, keys } = await connect();
  const key = keys.claim('task_1', 'phone', '+393331234567');
  await claimKeys(redis, [{ key, runId: 'run_1', ttlMs: 3_600_000 }]);
  const remaining = await redis.pttl(key);
  expect(remaining).toBeGreaterThan(3_590_000);
  expect(remaining).toBeLessThanOrEqual(3_600_000);
  await redis.pexpire(key, 1);
  await expect.poll(() => settledClaim(redis, key, 0)).toBeNull();
});

test('no personal data stands in a key', async () => {
  const { keys } = await connect();
  expect(keys.claim('task_1', 'email', 'mario@example.com')).not.toContain('mario');
});

test('a released claim is free again, but not one that became another run or was confirmed', async () => {
  const { redis, keys } = await connect();
  const claim = (value: string, runId: string) => ({
    key: keys.claim('task_1', 'phone', value),
    runId,
    ttlMs,
  });
  await claimKeys(redis, [claim('free', 'run_a'), claim('other', 'run_b'), claim('done', 'run_a')]);
  await confirmClaims(redis, [claim('done', 'run_a')]);
  await releaseClaims(redis, [claim('free', 'run_a'), claim('other', 'run_a'), claim('done', 'run_a')]);
  const again = await claimKeys(redis, [
    claim('free', 'run_c'),
    claim('other', 'run_c'),
    claim('done', 'run_c'),
  ]);
  expect(again).toEqual([
    { ours: true },
    { ours: false, runId: 'run_b', pending: true },
    { ours: false, runId: 'run_a', pending: false },
  ]);
});
