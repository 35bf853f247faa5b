import { Type, type Static } from 'typebox';
import { idPatterns } from './ids.ts';
import { literals } from './literals.ts';

/** Whom to erase: by phone, e-mail or both, or whoever the lead of a run is. */
export const ErasureInput = Type.Object(
  {
    phone: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'E.164, or national with default_country' }),
    ),
    email: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
    default_country: Type.Optional(
      Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, for a national phone number' }),
    ),
    run_id: Type.Optional(Type.String({ pattern: idPatterns.run })),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type ErasureInput = Static<typeof ErasureInput>;

/** In the order in which they are gone through. */
export const erasurePhases = ['run_log', 'runs', 'jobs', 'quarantine', 'samples', 'late', 'disk'] as const;
export const ErasurePhase = literals(erasurePhases, {
  description:
    'run_log: what was told before is recorded; late: what was under way has ended and is recorded; disk: what the servers keep of the past in their files is written anew',
});
export type ErasurePhase = Static<typeof ErasurePhase>;

const Count = Type.Integer({ minimum: 0 });

/** What was looked at, and what was found and removed or overwritten there. */
export const ErasureCounts = Type.Object({
  runs_looked_at: Count,
  runs_cancelled: Count,
  runs_overwritten: Count,
  jobs_looked_at: Count,
  jobs_removed: Count,
  redis_keys_removed: Count,
  quarantine_looked_at: Count,
  quarantine_overwritten: Count,
  samples_looked_at: Count,
  samples_removed: Count,
});
export type ErasureCounts = Static<typeof ErasureCounts>;

export const diskStates = ['pending', 'written_anew', 'nothing_kept', 'left_to_the_server'] as const;
export const DiskState = literals(diskStates, {
  description:
    'left_to_the_server: it may not be asked for it, or frees the bytes by itself; docs/privacy.md says what applies',
});
export type DiskState = Static<typeof DiskState>;

/** What became of an erasure. It says nothing of the person but keyed hashes. */
export const Erasure = Type.Object({
  id: Type.String({ pattern: idPatterns.erasure }),
  status: literals(['running', 'done'] as const),
  phase: Type.Union([ErasurePhase, Type.Null()], { description: 'What is being done; null when it is done' }),
  who: Type.Array(Type.String(), { description: 'Keyed hashes of the phone number and the e-mail address' }),
  run_id: Type.Union([Type.String(), Type.Null()]),
  counts: ErasureCounts,
  redis_disk: DiskState,
  mongodb_disk: DiskState,
  kept: Type.Array(Type.String(), { description: 'What stays, and why' }),
  not_reached: Type.Array(Type.String(), { description: 'Where the person may still be known' }),
  created_at: Type.String({ format: 'date-time' }),
  finished_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
export type Erasure = Static<typeof Erasure>;
