import { durationMs, type Lead } from '@taskhook/contracts';
import type { Claim, RedisKeys } from '@taskhook/queue';
import type { RequestKey } from '../request/request-key.ts';
import type { Webhook } from '../webhook/find-webhook.ts';

/** What a lead stands for: first its request, then the person, where the task takes each person once. */
export function leadClaims(
  keys: RedisKeys,
  { taskId, definition }: Webhook,
  { kind, value, ttlMs }: RequestKey,
  lead: Lead,
  runId: string,
): Claim[] {
  const claims: Claim[] = [{ key: keys.claim(taskId, kind, value), runId, ttlMs }];
  const { dedupe } = definition.lead;
  for (const field of dedupe?.by ?? []) {
    const person = lead[field];
    if (dedupe === undefined || person === null) continue;
    claims.push({ key: keys.claim(taskId, field, person), runId, ttlMs: durationMs(dedupe.window) });
  }
  return claims;
}
