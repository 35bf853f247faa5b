import { Type, type Static } from 'typebox';
import { Duration } from './duration.ts';
import { idPatterns } from './ids.ts';
import { limits } from './limits.ts';

export const channels = ['preview', 'http', 'email', 'sms', 'whatsapp'] as const;

export const Template = Type.String({ maxLength: limits.templateLength });

export const Retry = Type.Object(
  {
    max_attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    backoff: Type.Optional(Type.Literal('exponential')),
    delay: Type.Optional(Duration),
    max_delay: Type.Optional(Duration),
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

/** What every step has. */
export const common = {
  id: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,63}$', description: 'Unique within the task' }),
  wait: Type.Optional(Duration),
  when: Type.Optional(Type.String({ minLength: 1, maxLength: limits.templateLength })),
  retry: Type.Optional(Retry),
};

export const StepConnection = Type.String({
  pattern: idPatterns.connection,
  description: 'The connection that the step is sent with',
});
