import { Type, type Static } from 'typebox';
import { literals } from './literals.ts';

/**
 * `closed`: attempts are made. `open`: they wait, after failures. `half_open`: one is under way to see
 * whether it works again.
 */
export const breakerStates = ['closed', 'open', 'half_open'] as const;
export const BreakerState = literals(breakerStates);
export type BreakerState = Static<typeof BreakerState>;

const DateTime = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);

/** Whether a connection works, as its last attempts have shown. */
export const ConnectionHealth = Type.Object(
  {
    state: BreakerState,
    since: { ...DateTime, description: 'When it stopped working; null while it works' },
    failures: Type.Integer({
      minimum: 0,
      description: 'Attempts that failed since the last one that did not',
    }),
    last_error_code: Type.Union([Type.String(), Type.Null()]),
    next_probe_at: { ...DateTime, description: 'When one attempt is made to see whether it works again' },
  },
  { additionalProperties: false },
);
export type ConnectionHealth = Static<typeof ConnectionHealth>;
