import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** A wish to be the one run that a key stands for. */
export interface Claim {
  key: string;
  runId: string;
  /** Milliseconds for which the key stands for its run. */
  ttlMs: number;
}

/**
 * Whose the key is. `pending` runs are claimed and not known to be queued: their claimer may still be
 * at it, or may have died.
 */
export type ClaimResult = { ours: true } | { ours: false; runId: string; pending: boolean };

const PENDING = '?';
const POLL_MS = 50;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * Claims keys for runs, in one round trip; of several claimers of a key one wins. The claims are
 * pending until `confirmClaims`. Claiming again with the same run id gives `ours: false` and that id.
 */
export async function claimKeys(redis: Redis, claims: readonly Claim[]): Promise<ClaimResult[]> {
  if (claims.length === 0) return [];
  const pipeline = redis.pipeline();
  for (const { key, runId, ttlMs } of claims) pipeline.set(key, PENDING + runId, 'PX', ttlMs, 'NX', 'GET');
  return (await results(pipeline.exec())).map((value) =>
    typeof value === 'string' ? ownedBy(value) : { ours: true },
  );
}

/** Notes that the runs are queued; a key may be given to another run than the one that claimed it. */
export async function confirmClaims(redis: Redis, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const pipeline = redis.pipeline();
  for (const { key, runId, ttlMs } of claims) pipeline.set(key, runId, 'PX', ttlMs);
  await results(pipeline.exec());
}

/** Gives up claims that turned out not to be needed; a key that is no longer pending for its run stays. */
export async function releaseClaims(redis: Redis, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const pipeline = redis.pipeline();
  for (const { key, runId } of claims) pipeline.eval(RELEASE, 1, key, PENDING + runId);
  await results(pipeline.exec());
}

/**
 * Waits while another claimer is at it. Gives the owner as it then is; still `pending` means that the
 * claimer has died, and that its run has to be queued under its own id. Null: the claim has expired.
 */
export async function settledClaim(
  redis: Redis,
  key: string,
  timeoutMs: number,
): Promise<{ runId: string; pending: boolean } | null> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await redis.get(key);
    if (value === null) return null;
    const owner = ownedBy(value);
    if (!owner.pending || Date.now() >= deadline) return owner;
    await sleep(POLL_MS);
  }
}

function ownedBy(value: string): { ours: false; runId: string; pending: boolean } {
  const pending = value.startsWith(PENDING);
  return { ours: false, runId: pending ? value.slice(PENDING.length) : value, pending };
}

type PipelineResults = [error: Error | null, result: unknown][] | null;

/** The results of a pipeline; throws the first error that is among them. */
export async function results(execution: Promise<PipelineResults>): Promise<unknown[]> {
  const replies = (await execution) ?? [];
  return replies.map(([error, result]) => {
    if (error !== null) throw error;
    return result;
  });
}
