import { limits, newRunId, type QuarantineEntry } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { claimKeys, redisUnavailable, settledClaim, type Claim } from '@taskhook/queue';
import type { Registry } from '../registry.ts';
import type { EntryItem } from './read-entry.ts';

/** The run of an item. `duplicate`: its sender sent it once more, and that run has it already. */
export interface ItemRun {
  runId: string;
  duplicate: boolean;
  claims: Claim[];
}

const CLAIM_WAIT_MS = 2_000;

/**
 * A run id for each item. One replay of an entry goes on; one that died half-way is taken over under
 * the same run ids. Throws `conflict` where another replay was first, or `unavailable`.
 */
export async function claimRuns(
  registry: Registry,
  entry: QuarantineEntry,
  items: readonly EntryItem[],
): Promise<ItemRun[]> {
  try {
    const claims = await claimEntry(registry, entry, items.length);
    const runs = items.map((item, i) => claimItem(registry, entry, item, claims[i]));
    return await Promise.all(runs);
  } catch (error) {
    throw error instanceof TaskhookError ? error : redisUnavailable(error);
  }
}

export function alreadyReplayed(): TaskhookError {
  return new TaskhookError('conflict', 'This request was replayed already.');
}

async function claimEntry({ redis, keys }: Registry, entry: QuarantineEntry, count: number) {
  const wanted = Array.from({ length: count }, (_, i): Claim => {
    const key = keys.claim(entry.task_id, 'key', `quarantine:${entry.id}#${i}`);
    return { key, runId: newRunId(), ttlMs: limits.idempotencyMs };
  });
  const results = await claimKeys(redis, wanted);
  const [first, claim] = [results[0], wanted[0]];
  if (first === undefined || claim === undefined || first.ours) return wanted;
  const owner = await settledClaim(redis, claim.key, CLAIM_WAIT_MS);
  if (owner !== null && !owner.pending) throw alreadyReplayed();
  return wanted.map((mine, i) => {
    const result = results[i];
    return result === undefined || result.ours ? mine : { ...mine, runId: result.runId };
  });
}

/** A lead that has to be fetched may have been announced again since, and be a run by now. */
async function claimItem(
  { redis, keys }: Registry,
  entry: QuarantineEntry,
  item: EntryItem,
  claim: Claim | undefined,
): Promise<ItemRun> {
  if (claim === undefined) throw new Error('an item without a claim');
  const mine = { runId: claim.runId, duplicate: false, claims: [claim] };
  if (item.type !== 'fetch') return mine;
  const { provider, lead_id } = item.target;
  const key = keys.claim(entry.task_id, 'key', `notification:${provider}:${lead_id}`);
  const lead = { ...claim, key };
  const [result] = await claimKeys(redis, [lead]);
  if (result === undefined || result.ours || result.runId === claim.runId)
    return { ...mine, claims: [claim, lead] };
  const owner = await settledClaim(redis, key, CLAIM_WAIT_MS);
  if (owner === null) return { ...mine, claims: [claim, lead] };
  const { runId, pending } = owner;
  // Whoever is still pending has died: the run is started here, under the id that it was to have.
  return {
    runId,
    duplicate: !pending,
    claims: [{ ...claim, runId }, ...(pending ? [{ ...lead, runId }] : [])],
  };
}
