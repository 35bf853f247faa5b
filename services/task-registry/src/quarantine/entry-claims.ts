import { limits, type QuarantineEntry } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Claim, RedisKeys } from '@taskhook/queue';
import type { EntryItem } from './read-entry.ts';

/**
 * What the run of an item stands for: its place in the entry, so that one replay starts it; and a lead
 * that has to be fetched, which may have been announced again since and be a run by now.
 */
export function entryClaims(
  keys: RedisKeys,
  { id, task_id }: QuarantineEntry,
  index: number,
  item: EntryItem,
): Claim[] {
  const claim = (value: string): Claim => ({
    key: keys.claim(task_id, 'key', value),
    ttlMs: limits.idempotencyMs,
  });
  const place = claim(`quarantine:${id}#${index}`);
  if (item.type !== 'fetch') return [place];
  return [place, claim(`notification:${item.target.provider}:${item.target.lead_id}`)];
}

export function alreadyReplayed(): TaskhookError {
  return new TaskhookError('conflict', 'This request was replayed already.');
}
