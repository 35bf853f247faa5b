import { Type, type Static } from 'typebox';
import { FieldErrorSchema } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import { ReplayedEntry, replayEntry } from './replay-entry.ts';

/** Most entries of one call. */
export const REPLAY_LIMIT = 100;

export const ReplayReport = Type.Object({
  replayed: Type.Array(Type.Object({ id: Type.String(), ...ReplayedEntry.properties })),
  failed: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      detail: Type.String(),
      errors: Type.Array(FieldErrorSchema),
    }),
  ),
  next_cursor: Type.Union([Type.String(), Type.Null()], {
    description: 'For the next call with the same filter; null when all were tried',
  }),
});
export type ReplayReport = Static<typeof ReplayReport>;

/** Those of `ids`, or open ones by what they are. */
export interface ReplaySelection {
  ids?: readonly string[];
  task_id?: string;
  code?: string;
  limit?: number;
  cursor?: string;
}

/**
 * Replays requests as they came, with their tasks as they are now, newest first. One that fails does
 * not keep the others from it. Throws `unavailable` where a store does not answer: what was replayed
 * by then stays so, and is refused as replayed the next time.
 */
export async function replayEntries(registry: Registry, selection: ReplaySelection): Promise<ReplayReport> {
  const { ids, next_cursor } = await selectEntries(registry, selection);
  const report: ReplayReport = { replayed: [], failed: [], next_cursor };
  for (const id of ids) {
    try {
      report.replayed.push({ id, ...(await replayEntry(registry, id, {})) });
    } catch (error) {
      if (!(error instanceof TaskhookError) || error.retry) throw error;
      report.failed.push({ id, code: error.code, detail: error.message, errors: error.errors ?? [] });
    }
  }
  return report;
}

async function selectEntries(
  { store }: Registry,
  { ids, task_id, code, limit = REPLAY_LIMIT, cursor }: ReplaySelection,
): Promise<{ ids: readonly string[]; next_cursor: string | null }> {
  if (ids !== undefined) return { ids, next_cursor: null };
  const docs = await store.quarantine
    .find(
      {
        status: 'open',
        ...(task_id === undefined ? {} : { task_id }),
        ...(code === undefined ? {} : { code }),
        ...(cursor === undefined ? {} : { _id: { $lt: cursor } }),
      },
      { _id: 1 },
    )
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const found = docs.slice(0, limit).map(({ _id }) => _id);
  return { ids: found, next_cursor: docs.length > limit ? (found.at(-1) ?? null) : null };
}
