import type { Lead, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import {
  compileIntake,
  flattenFields,
  type FieldReason,
  type FlatField,
  type IntakeOutcome,
  type IntakeRequest,
  type LeadMapping,
  type LeadResult,
} from '@taskhook/leads';
import { notesOf } from './request-notes.ts';

/** What a task makes of a request, and why. */
export interface ExplainedRequest {
  source: string;
  source_reason: string;
  notes: string[];
  /** Of the first lead: what a mapping can use, where each field is from, and what came of it. */
  fields: FlatField[];
  detected: Record<string, FieldReason>;
  lead: Lead | null;
  errors: FieldError[];
}

/** Reads a request as ingress would. A request that cannot be read at all is explained too. */
export function explainRequest(
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
  request: IntakeRequest,
): ExplainedRequest {
  try {
    const outcome = compileIntake(definition.lead, definition.source, mapping)(request, { explain: true });
    const origin = {
      source: outcome.source,
      source_reason: outcome.reason,
      notes: notesOf(definition, outcome),
    };
    return { ...origin, ...explainOutcome(definition, request, outcome) };
  } catch (error) {
    if (!(error instanceof TaskhookError)) throw error;
    const errors = error.errors ?? [{ field: '', message: error.message }];
    const source_reason = 'The request cannot be read.';
    return { ...nothing, source: definition.source, source_reason, notes: [], errors };
  }
}

type Explained = Pick<ExplainedRequest, 'fields' | 'detected' | 'lead' | 'errors'>;

const nothing: Explained = { fields: [], detected: {}, lead: null, errors: [] };

function explainOutcome(
  definition: TaskDefinition,
  request: IntakeRequest,
  outcome: IntakeOutcome,
): Explained {
  if (outcome.type === 'ignored') return nothing;
  if (outcome.type === 'notification')
    return { ...nothing, fields: flattenFields(outcome.items[0]?.fields ?? {}) };
  const [first] = outcome.leads;
  if (first === undefined) return nothing;
  const { fields = {}, reasons = {} } = explanationOf(definition, request, first) ?? {};
  const read = first.ok ? { lead: first.lead, errors: [] } : { lead: null, errors: first.errors };
  return { fields: flattenFields(fields), detected: reasons, ...read };
}

/** A mapping that fails explains nothing: what it could have used is seen without it. */
function explanationOf(
  { lead, source }: TaskDefinition,
  request: IntakeRequest,
  result: LeadResult,
): LeadResult['explanation'] {
  if (result.explanation !== undefined) return result.explanation;
  const outcome = compileIntake(lead, source)(request, { explain: true });
  return outcome.type === 'leads' ? outcome.leads[0]?.explanation : undefined;
}
