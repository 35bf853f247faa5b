import { limits, type LeadRules, type Source } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import type { IntakeRequest } from './decode/decoded-request.ts';
import { decodeRequest } from './decode/request.ts';
import { withoutControlFields } from './detect/control-fields.ts';
import { reasonFor } from './detect/explain.ts';
import type { JsonValue } from './json-value.ts';
import { leadNormaliser, type NormalisedLead } from './normalise/lead.ts';
import { sourceReader } from './recognise.ts';
import type { IntakeOutcome, LeadFacts, LeadResult, MappedLead } from './result.ts';
import type { Candidate } from './sources/adapter.ts';
import { isMetaTestLead } from './sources/test-lead.ts';

export interface IntakeOptions {
  /** Whether each lead comes with the reasons for its fields; costs a little, so previews alone ask for it. */
  explain?: boolean;
}

/**
 * What a request is: leads, one result for each in its order, an event that is none, or a
 * notification. Throws `malformed_body` or `unsupported_media_type` where the request as a whole
 * cannot be read.
 */
export type Intake = (request: IntakeRequest, options?: IntakeOptions) => IntakeOutcome;

/** What the task's mapping makes of one lead's fields; throws `template_failed` or `template_limit`. */
export type LeadMapping = (body: JsonValue) => MappedLead;

/** The way from a request to leads for one revision of a task. Compile once, call for each request. */
export function compileIntake(rules: LeadRules, source: Source, mapping?: LeadMapping): Intake {
  const read = sourceReader(source);
  const toResult = candidateReader(rules, mapping);
  return (request, options = {}) => {
    const decoded = decodeRequest(request);
    const { adapter, reason, reading } = read(decoded);
    const origin = { source: adapter.name, reason, notes: decoded.notes };
    if (reading.type === 'notification') return { ...origin, ...reading };
    const { acknowledgement } = reading;
    const answered = acknowledgement === undefined ? origin : { ...origin, acknowledgement };
    if (reading.type === 'ignored') return { ...answered, type: 'ignored', ignored: reading.reason };
    const people = withoutRobots(reading.candidates);
    if (people.length === 0) return { ...answered, type: 'ignored', ignored: ROBOT };
    const explained = options.explain === true ? adapter.title : undefined;
    return { ...answered, type: 'leads', leads: people.map((candidate) => toResult(candidate, explained)) };
  };
}

const ROBOT = 'A hidden field of the form is filled in, which only robots do.';

/** The candidates without control fields; one with a filled honeypot is left out. */
function withoutRobots(candidates: Candidate[]): Candidate[] {
  if (candidates.length > limits.leadsPerRequest) throw tooMany(candidates.length);
  if (candidates.length === 0) return [{ fields: {}, problem: 'The request holds no lead.' }];
  const people: Candidate[] = [];
  for (const candidate of candidates) {
    const { fields, honeypot } = withoutControlFields(candidate.fields);
    if (honeypot !== undefined) continue;
    people.push(fields === candidate.fields ? candidate : { ...candidate, fields });
  }
  return people;
}

/** `sender` is the name of the sender where reasons are asked for. */
type CandidateReader = (candidate: Candidate, sender: string | undefined) => LeadResult;

function candidateReader(rules: LeadRules, mapping: LeadMapping | undefined): CandidateReader {
  const toLead = leadNormaliser(rules);
  return (candidate, sender) => {
    const facts = factsOf(candidate);
    if (candidate.problem !== undefined) {
      return { ok: false, errors: [{ field: '', message: candidate.problem }], ...facts };
    }
    const mapped = mapping === undefined ? {} : tryMapping(mapping, candidate.fields);
    if (mapped instanceof TaskhookError) {
      return { ok: false, errors: [{ field: 'lead.mapping', message: mapped.message }], ...facts };
    }
    const normalised = toLead(candidate, mapped);
    const explained = sender === undefined ? facts : { ...facts, ...explain(candidate, normalised, sender) };
    return normalised.ok
      ? { ok: true, lead: normalised.lead, ...explained }
      : { ok: false, errors: normalised.errors, ...explained };
  };
}

function factsOf({ fields, test, partial, eventId }: Candidate): LeadFacts {
  return {
    test: test === true || isMetaTestLead(fields),
    partial: partial === true,
    ...(eventId === undefined ? {} : { eventId }),
  };
}

function tryMapping(mapping: LeadMapping, fields: Candidate['fields']): MappedLead | TaskhookError {
  try {
    return mapping(fields);
  } catch (error) {
    if (error instanceof TaskhookError) return error;
    throw error;
  }
}

function explain(
  { fields }: Candidate,
  { taken }: NormalisedLead,
  sender: string,
): Pick<LeadFacts, 'explanation'> {
  const reasons = {
    full_name: reasonFor('full_name', taken.full_name, sender),
    phone: reasonFor('phone', taken.phone, sender),
    email: reasonFor('email', taken.email, sender),
  };
  return { explanation: { fields, reasons } };
}

function tooMany(count: number): TaskhookError {
  return new TaskhookError(
    'malformed_body',
    `The body holds ${count} leads; one request may hold ${limits.leadsPerRequest}.`,
  );
}
