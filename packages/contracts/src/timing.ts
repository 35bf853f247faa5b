import { Type, type Static } from 'typebox';
import { Duration } from './duration.ts';
import { literals } from './literals.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', examples: ['09:00'] });
/** The end of a day is `24:00`. */
const EndOfDay = Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$', examples: ['19:00'] });

const ZoneName = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'Of the IANA database, such as Europe/Rome',
});

/** The zone of the lead: where its phone number is from, or what a field of it says. */
export const LeadZone = Type.Object(
  {
    from: literals(['phone', 'field'] as const),
    field: Type.Optional(
      Type.String({
        pattern: '^extra_fields\\..{1,200}$',
        description: 'Holds a zone, such as extra_fields.timezone',
      }),
    ),
    fallback: { ...ZoneName, description: 'The zone of a lead that does not tell its own' },
  },
  { additionalProperties: false },
);
export type LeadZone = Static<typeof LeadZone>;

export const Zone = Type.Union([ZoneName, LeadZone]);
export type Zone = Static<typeof Zone>;

/** The hours in which a step may go. A window that ends before it begins ends on the next day. */
export const Window = Type.Object(
  {
    days: Type.Optional(
      Type.Array(literals(weekdays), {
        minItems: 1,
        uniqueItems: true,
        description: 'The days on which it begins; all where absent',
      }),
    ),
    from: TimeOfDay,
    to: EndOfDay,
    zone: Zone,
    spread: Type.Optional({
      ...Duration,
      description: 'Over how long the steps go that waited for the window; all at its beginning where absent',
    }),
  },
  { additionalProperties: false, description: 'When a step may go; outside of it, it waits' },
);
export type Window = Static<typeof Window>;

/** A time of day, the next to come after the wait of the step. */
export const At = Type.Object(
  {
    time: TimeOfDay,
    day: Type.Optional(
      literals(['tomorrow'] as const, {
        description: 'That of the next day, though that of today is still to come',
      }),
    ),
    zone: Zone,
  },
  { additionalProperties: false, description: 'The step goes at this time of day' },
);
export type At = Static<typeof At>;

/** A duration after the lead was received, or a time with its offset. */
export const Expires = Type.String({
  pattern: '^(\\d{1,9}(ms|s|m|h|d)|\\d{4}-\\d\\d-\\d\\dT.{4,30})$',
  description:
    'The step does not go later: a duration after the arrival of the lead, or a time such as 2026-12-24T18:00:00+01:00',
  examples: ['48h'],
});

/** Whether a zone is known. Offsets such as `+01:00` know nothing of summer time and are none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
