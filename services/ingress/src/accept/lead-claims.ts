import { durationMs, limits, type Lead } from '@taskhook/contracts';
import type { Claim, RedisKeys } from '@taskhook/queue';
import type { RequestKey } from '../request/request-key.ts';
import type { Webhook } from '../webhook/find-webhook.ts';

/** What a lead stands for: first its request, then the person, where the task takes each person once. */
export function leadClaims(
  keys: RedisKeys,
  { taskId, definition }: Webhook,
  requestKey: RequestKey,
  lead: Lead,
): Claim[] {
  const claims = [requestClaim(keys, taskId, requestKey)];
  const { dedupe } = definition.lead;
  for (const field of dedupe?.by ?? []) {
    const person = lead[field];
    if (dedupe === undefined || person === null) continue;
    claims.push({ key: keys.claim(taskId, field, person), ttlMs: durationMs(dedupe.window) });
  }
  return claims;
}

/** A body stands for its run for minutes, but tells for longer that the run is in. */
function requestClaim(keys: RedisKeys, taskId: string, { kind, value }: RequestKey): Claim {
  const key = keys.claim(taskId, kind, value);
  if (kind === 'key') return { key, ttlMs: limits.idempotencyMs };
  return { key, ttlMs: limits.bodyClaimMs, leastLeftMs: limits.bodyClaimMs - limits.bodyDedupeMs };
}
