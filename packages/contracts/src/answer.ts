import { Type, type Static } from 'typebox';
import { literals } from './literals.ts';
import { FieldErrorSchema } from './quarantine.ts';

export const intakeStatuses = ['accepted', 'duplicate', 'held', 'ignored', 'quarantined'] as const;
export const IntakeStatus = literals(intakeStatuses);
export type IntakeStatus = Static<typeof IntakeStatus>;

export const LeadAnswer = Type.Object({
  status: IntakeStatus,
  run_id: Type.Optional(Type.String()),
  quarantine_id: Type.Optional(Type.String()),
  errors: Type.Optional(Type.Array(FieldErrorSchema)),
});
export type LeadAnswer = Static<typeof LeadAnswer>;

/** What a sender gets with 200. `status` is that of all leads, or `accepted` where one of several was. */
export const WebhookAnswer = Type.Object({ status: IntakeStatus, leads: Type.Array(LeadAnswer) });
export type WebhookAnswer = Static<typeof WebhookAnswer>;
