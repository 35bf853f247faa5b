import { Type, type Static } from 'typebox';
import { literals } from './literals.ts';

/** Milliseconds since 1970. */
const Timestamp = Type.Number();

/** Leads that an ingress keeps on its disk until Redis takes them. */
export const SpoolReport = Type.Object({
  entries: Type.Integer({ minimum: 0 }),
  bytes: Type.Integer({ minimum: 0 }),
  oldest_age_seconds: Type.Number({ minimum: 0 }),
  problem: Type.Union([Type.String(), Type.Null()], { description: 'Why it takes nothing now' }),
});
export type SpoolReport = Static<typeof SpoolReport>;

/** What a running process tells of itself every few seconds. */
export const InstanceRecord = Type.Object({
  id: Type.String(),
  service: literals(['ingress', 'task-runner', 'task-registry'] as const),
  version: Type.String(),
  started_at: Timestamp,
  /** When it told this. */
  at: Timestamp,
  /** What an answer of 200 of an ingress is worth. */
  durability: Type.Optional(Type.String()),
  spool: Type.Optional(Type.Union([SpoolReport, Type.Null()])),
  /** What an ingress has answered on webhooks since its start, in each class of `latencyBuckets`. */
  answer_times: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }))),
});
export type InstanceRecord = Static<typeof InstanceRecord>;

const DateTime = Type.String({ format: 'date-time' });

export const Instance = Type.Object({
  id: Type.String(),
  service: InstanceRecord.properties.service,
  version: Type.String(),
  started_at: DateTime,
  seen_at: DateTime,
  durability: Type.Optional(
    Type.String({ description: 'What an answer of 200 is worth, by how Redis keeps its data' }),
  ),
  spool: Type.Optional(
    Type.Union([SpoolReport, Type.Null()], {
      description: 'Leads that wait on the disk of this ingress for Redis; null without a spool',
    }),
  ),
});
export type Instance = Static<typeof Instance>;

export const SystemReport = Type.Object({
  instances: Type.Array(Instance, { description: 'Processes that told of themselves lately' }),
});
export type SystemReport = Static<typeof SystemReport>;
