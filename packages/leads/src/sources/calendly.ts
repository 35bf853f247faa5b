import type { JsonObject } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { knownFields, type KnownKeys } from './known-fields.ts';
import { hasKeys, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * Calendly: an invitee that booked, or a routing form that was sent.
 * https://developer.calendly.com/api-docs/webhook-payload
 */
export const calendly: SourceAdapter = {
  name: 'calendly',
  title: 'Calendly',
  docs: 'https://developer.calendly.com/api-docs/webhook-payload',
  recognise,
  read,
};

const LEAD_EVENTS = new Set(['invitee.created', 'routing_form_submission.created']);
const EVENT = /^(?:invitee|invitee_no_show|routing_form_submission|event_type)\.\w+$/;
const KNOWN: KnownKeys = {
  full_name: [['name'], ['first_name', 'last_name']],
  phone: [['text_reminder_number'], ['call_number']],
  email: [['email']],
};

function recognise({ body, headers }: DecodedRequest): string | null {
  if (objectAt(body, 'payload') === undefined || !EVENT.test(textAt(body, 'event') ?? '')) return null;
  return headers['calendly-webhook-signature'] === undefined
    ? 'The body is an event of Calendly.'
    : 'The request carries the signature of Calendly.';
}

function read({ body }: DecodedRequest): Reading {
  const event = textAt(body, 'event');
  const payload = objectAt(body, 'payload') ?? objectAt(body) ?? {};
  if (event !== undefined && !LEAD_EVENTS.has(event)) {
    return { type: 'ignored', reason: `Calendly's event ${event.slice(0, 40)} is no new booking.` };
  }
  return { type: 'leads', candidates: [candidate(payload, objectAt(body) ?? {})] };
}

/** The old webhooks have the person in `invitee`; of the appointment only what cannot be taken for the person is lifted. */
function candidate(payload: JsonObject, envelope: JsonObject): Candidate {
  const { fields, add, addAll } = fieldSet();
  const lifted = ['invitee', 'tracking', 'questions_and_answers', 'scheduled_event'].filter((key) =>
    hasKeys(payload, key),
  );
  addAll(objectAt(payload, 'invitee'));
  addAll(payload, ...lifted);
  for (const answer of objectsAt(payload, 'questions_and_answers')) {
    const question = textAt(answer, 'question') ?? textAt(answer, 'question_uuid');
    add(question ?? 'answer', answer['answer']);
  }
  addAll(objectAt(payload, 'tracking'));
  addEvent(payload, add);
  if (payload !== envelope) addAll(envelope, 'payload', 'event', 'created_at', 'created_by');
  const eventId = textAt(fields, 'uri');
  return { fields, known: knownFields(fields, KNOWN), ...(eventId === undefined ? {} : { eventId }) };
}

/** Where Calendly says "I will call my invitee", the place of the appointment is the invitee's number. */
function addEvent(
  payload: JsonObject,
  add: (key: string, value: JsonObject[string] | undefined) => string,
): void {
  const event = objectAt(payload, 'scheduled_event');
  if (event === undefined) return;
  const { name, start_time, end_time, ...rest } = event;
  add('event_name', name);
  add('start_time', start_time);
  add('end_time', end_time);
  if (textAt(rest, 'location', 'type') === 'outbound_call')
    add('call_number', textAt(rest, 'location', 'location'));
  add('scheduled_event', rest);
}
