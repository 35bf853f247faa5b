import type { FetchTarget, Lead, Provider, QuarantineEntry, TaskDefinition } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import {
  compileIntake,
  type IntakeRequest,
  type LeadResult,
  type NotificationOutcome,
} from '@taskhook/leads';
import { compileTask, type TemplateEngine } from '@taskhook/templating';
import { connectionMissing } from '../connections/connection-missing.ts';
import { jsonRequest, type GivenLead } from '../tasks/sample-lead.ts';
import { rawIntakeRequest } from './intake-request.ts';

/**
 * What stands in place of what came: a body, as bytes in base64 or as any JSON, or the one lead that
 * failed. Nothing: the body as it came.
 */
export interface MendedEntry {
  body?: string;
  json?: unknown;
  lead?: GivenLead;
}

/** What a request asks for under a definition: a run for each item, or nothing where the task ignores it. */
export interface EntryReading {
  /** The adapter that read it. */
  source: string;
  items: EntryItem[];
}

export type EntryItem =
  | { type: 'lead'; lead: Lead; test: boolean }
  | { type: 'fetch'; target: FetchTarget; test: boolean }
  | { type: 'ignored' };

/**
 * Reads a quarantined request again. Of a request as it came only the leads that failed are read:
 * the others have runs. Throws `invalid_lead` where a lead is still not valid, `conflict` where leads
 * have to be fetched and the task has no connection, or what the body as a whole is refused with.
 */
export function readEntry(
  engine: TemplateEngine,
  definition: TaskDefinition,
  entry: QuarantineEntry,
  mended: MendedEntry,
): EntryReading {
  if (mended.lead !== undefined) return readMendedLead(definition, entry, mended.lead);
  const { mapping } = compileTask(engine, definition);
  const intake = compileIntake(definition.lead, entry.source ?? definition.source, mapping);
  const isMended = mended.body !== undefined || mended.json !== undefined;
  const outcome = intake(requestOf(entry, mended));
  const { source } = outcome;
  if (outcome.type === 'ignored') return { source, items: [{ type: 'ignored' }] };
  if (outcome.type === 'notification') return { source, items: fetchItems(definition, outcome) };
  const results = isMended ? outcome.leads : onlyFailed(outcome.leads, entry.errors);
  requireValid(results);
  return { source, items: results.map((result) => leadItem(definition, result)) };
}

/** A lead in the names of ours, held to the rules of the task. */
function readMendedLead(definition: TaskDefinition, entry: QuarantineEntry, lead: GivenLead): EntryReading {
  if (failedNumbers(entry.errors).size > 1)
    throw new TaskhookError('conflict', 'Several leads of this request failed: mend its body.');
  const outcome = compileIntake(definition.lead, 'generic')(jsonRequest(lead));
  const results = outcome.type === 'leads' ? outcome.leads.slice(0, 1) : [];
  requireValid(results);
  const source = entry.source ?? definition.source;
  return { source, items: results.map((result) => leadItem(definition, result)) };
}

/** The type of the body that came says nothing of a mended one. */
function requestOf({ request }: QuarantineEntry, { body, json }: MendedEntry): IntakeRequest {
  const sent = rawIntakeRequest(request);
  if (body === undefined && json === undefined) return sent;
  const bytes = json === undefined ? Buffer.from(body ?? '', 'base64') : Buffer.from(JSON.stringify(json));
  return { ...sent, headers: { ...sent.headers, 'content-type': undefined }, body: bytes };
}

function fetchItems(
  { source_connection, test_leads }: TaskDefinition,
  { provider, items }: NotificationOutcome,
): EntryItem[] {
  if (source_connection === undefined) throw new TaskhookError('conflict', connectionMissing(provider));
  return items.map(({ id, fields, test = false }) => {
    if (test && test_leads === 'ignore') return { type: 'ignored' };
    return { type: 'fetch', target: targetOf(provider, id, fields), test };
  });
}

function targetOf(provider: Provider, lead_id: string, ids: FetchTarget['ids']): FetchTarget {
  return { provider, lead_id, ids };
}

/** In a request of several leads, the errors' fields begin with the number of their lead. */
function onlyFailed(results: LeadResult[], errors: readonly FieldError[]): LeadResult[] {
  const numbers = failedNumbers(errors);
  if (results.length === 1 || numbers.size === 0 || numbers.has(undefined)) return results;
  return results.filter((_result, i) => numbers.has(String(i)));
}

function failedNumbers(errors: readonly FieldError[]): Set<string | undefined> {
  return new Set(errors.map(({ field }) => /^\d+(?=\.|$)/.exec(field)?.[0]));
}

function requireValid(results: readonly LeadResult[]): void {
  const errors = results.flatMap((result, i) =>
    result.ok ? [] : result.errors.map((error) => (results.length === 1 ? error : prefixed(error, i))),
  );
  if (results.length === 0) errors.push({ field: '', message: 'holds no lead' });
  if (errors.length === 0) return;
  throw new TaskhookError('invalid_lead', 'The request still gives no valid lead.', { errors });
}

function prefixed(error: FieldError, index: number): FieldError {
  return { ...error, field: error.field === '' ? String(index) : `${index}.${error.field}` };
}

function leadItem({ test_leads, partial_leads = 'ignore' }: TaskDefinition, result: LeadResult): EntryItem {
  if (
    !result.ok ||
    (result.test && test_leads === 'ignore') ||
    (result.partial && partial_leads === 'ignore')
  )
    return { type: 'ignored' };
  return { type: 'lead', lead: result.lead, test: result.test };
}
