import { Type, type Static } from 'typebox';
import { Duration } from './duration.ts';
import { idPatterns } from './ids.ts';
import { limits } from './limits.ts';
import { literals } from './literals.ts';
import { At, Expires, Window } from './timing.ts';

export const channels = ['preview', 'http', 'email', 'sms', 'whatsapp'] as const;

export const Template = Type.String({ maxLength: limits.templateLength });

export const Retry = Type.Object(
  {
    max_attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    backoff: Type.Optional(Type.Literal('exponential')),
    delay: Type.Optional(Duration),
    max_delay: Type.Optional(Duration),
    delays: Type.Optional(
      Type.Array(Duration, {
        minItems: 1,
        maxItems: 99,
        description: 'In place of a backoff: the pause after each attempt; the last one is repeated',
      }),
    ),
    max_age: Type.Optional({
      ...Duration,
      description: 'No attempt begins later than this after the first was to be made',
    }),
  },
  { additionalProperties: false },
);
export type Retry = Static<typeof Retry>;

export const retryDefaults = {
  max_attempts: 8,
  backoff: 'exponential',
  delay: '2s',
  max_delay: '1h',
} as const;

export const OnFailure = literals(['stop', 'continue'] as const, {
  description: 'What becomes of the run where the step fails: it fails too, or goes on',
});

/** What every step has. */
export const common = {
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,63}$', description: 'Unique within the task' }),
  wait: Type.Optional(Duration),
  when: Type.Optional(Type.String({ minLength: 1, maxLength: limits.templateLength })),
  at: Type.Optional(At),
  window: Type.Optional(
    Type.Union([Window, Type.Null()], { description: "In place of the task's; null for none" }),
  ),
  expires: Type.Optional(Expires),
  retry: Type.Optional(Retry),
  on_failure: Type.Optional(OnFailure),
};

export const StepConnection = Type.String({
  pattern: idPatterns.connection,
  description: 'The connection that the step is sent with',
});
