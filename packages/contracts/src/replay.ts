import { Type, type Static } from 'typebox';
import { idPatterns } from './ids.ts';
import { finalRunStatuses } from './run.ts';
import { Channel } from './step.ts';
import { literals } from './literals.ts';

/** Which ended runs are replayed. Members that are absent restrict nothing. */
export const ReplayFilter = Type.Object(
  {
    task_id: Type.Optional(Type.String({ pattern: idPatterns.task })),
    status: Type.Optional(
      Type.Array(literals(finalRunStatuses), {
        minItems: 1,
        uniqueItems: true,
        description: 'Failed runs where absent',
      }),
    ),
    reason: Type.Optional(
      Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$', description: 'The code of the reason of the run' }),
    ),
    channel: Type.Optional(Channel),
    from: Type.Optional(Type.String({ format: 'date-time', description: 'Received then or later' })),
    to: Type.Optional(Type.String({ format: 'date-time', description: 'Received before then' })),
  },
  {
    additionalProperties: false,
    description: 'The channel is that of a step that failed. Runs that were replayed already are left out',
  },
);
export type ReplayFilter = Static<typeof ReplayFilter>;

export const replayRevisions = ['pinned', 'current'] as const;

export const ReplayInput = Type.Object(
  {
    filter: ReplayFilter,
    revision: Type.Optional(
      literals(replayRevisions, {
        description: 'The revision that each run had, or the one of now (default)',
      }),
    ),
    rate: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1_000,
        description: 'Most runs that start in a second; 10 where absent',
      }),
    ),
    respect_dedupe: Type.Optional(
      Type.Boolean({
        description:
          'Whether a person is left out who has a later run of the task that succeeded or is under way (default)',
      }),
    ),
    dry_run: Type.Optional(Type.Boolean({ description: 'Whether to count only, and start nothing' })),
  },
  { additionalProperties: false },
);
export type ReplayInput = Static<typeof ReplayInput>;

export const replayStatuses = ['dry_run', 'running', 'stopped', 'done'] as const;

const Count = Type.Object({ code: Type.String(), count: Type.Integer({ minimum: 0 }) });

/** A replay of many runs: what it would do, or how far it has come. */
export const Replay = Type.Object({
  id: Type.Union([Type.String({ pattern: idPatterns.replay }), Type.Null()], {
    description: 'Null for a dry run, of which nothing is kept',
  }),
  status: literals(replayStatuses),
  filter: ReplayFilter,
  revision: literals(replayRevisions),
  rate: Type.Integer(),
  respect_dedupe: Type.Boolean(),
  total: Type.Integer({ minimum: 0, description: 'Runs that fit the filter when it was made' }),
  total_is_exact: Type.Boolean({ description: 'False where counting was given up: there are more' }),
  started: Type.Integer({ minimum: 0 }),
  held: Type.Integer({ minimum: 0, description: 'Of those that started: held, since their task is paused' }),
  left_out: Type.Array(Count, { description: 'Runs that are not replayed, by the code of the cause' }),
  reasons: Type.Array(Count, { description: 'Why the runs that fit had ended, by code' }),
  created_at: Type.String({ format: 'date-time' }),
  finished_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export type Replay = Static<typeof Replay>;
