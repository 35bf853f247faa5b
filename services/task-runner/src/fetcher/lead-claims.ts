import { durationMs, limits, type FetchJob, type Lead, type LeadRules } from '@taskhook/contracts';
import type { Claim, RedisKeys } from '@taskhook/queue';

/**
 * What a fetched lead stands for: first its run, so that a second fetch for it changes nothing; then the
 * person, where the task takes each person once within a window and this is no replay on purpose.
 */
export function leadClaims(
  keys: RedisKeys,
  { run_id, task_id, replay_of }: FetchJob,
  { dedupe }: LeadRules,
  lead: Lead,
): Claim[] {
  const run = keys.claim(task_id, 'key', `fetched:${run_id}`);
  const claims: Claim[] = [{ key: run, ttlMs: limits.idempotencyMs }];
  if (replay_of !== undefined) return claims;
  for (const kind of dedupe?.by ?? []) {
    const person = lead[kind];
    if (dedupe === undefined || person === null) continue;
    claims.push({ key: keys.claim(task_id, kind, person), ttlMs: durationMs(dedupe.window) });
  }
  return claims;
}
