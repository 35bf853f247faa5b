import type { TaskDefinition } from '@taskhook/contracts';
import { TaskhookError } from '@taskhook/errors';
import { withoutSecrets, type IntakeRequest, type LeadMapping } from '@taskhook/leads';
import { rawIntakeRequest } from '../quarantine/intake-request.ts';
import { explainRequest, type ExplainedRequest } from '../samples/explain-request.ts';
import { findSampleRequest } from '../samples/find-sample.ts';
import type { TemplateEngine } from '@taskhook/templating';
import type { Registry } from '../registry.ts';
import type { Store } from '../store/store.ts';
import { jsonRequest, lowerNames, madeUpLead, readGivenLead, type GivenLead } from './sample-lead.ts';

/** One of: a body, a whole request, a sample that was caught, a lead. None: a made-up lead. */
export interface PreviewSample {
  /** A sender's JSON body, read as ingress would. */
  body?: unknown;
  /** Those that come with `body`. */
  headers?: Record<string, string>;
  request?: GivenRequest;
  sample_id?: string;
  /** A lead as the steps see it. */
  lead?: GivenLead;
}

export interface GivenRequest {
  method?: string;
  headers?: Record<string, string>;
  query?: string;
  /** Bytes in base64. */
  body?: string;
  json?: unknown;
}

/** What a task makes of the sample. Throws `invalid_request` or `not_found`. */
export async function readPreviewSample(
  { store, engine }: Pick<Registry, 'store' | 'engine'>,
  definition: TaskDefinition,
  mapping: LeadMapping | undefined,
  sample: PreviewSample,
): Promise<ExplainedRequest> {
  const request = await requestOf(store, sample);
  if (request === undefined) {
    return sample.lead === undefined ? madeUp(engine, definition) : readLead(definition, sample.lead);
  }
  return explainRequest(definition, mapping, withoutSecrets(request, definition.auth));
}

async function requestOf(store: Store, sample: PreviewSample): Promise<IntakeRequest | undefined> {
  const { body, headers, request, sample_id, lead } = sample;
  requireOne({ body, request, sample_id, lead });
  if (sample_id !== undefined) return rawIntakeRequest(await findSampleRequest(store, sample_id));
  if (request !== undefined) return givenRequest(request);
  return body === undefined ? undefined : jsonRequest(body, headers);
}

function requireOne(kinds: Record<string, unknown>): void {
  const given = Object.keys(kinds).filter((name) => kinds[name] !== undefined);
  if (given.length < 2) return;
  throw new TaskhookError('invalid_request', `A sample is one thing: it has ${given.join(' and ')}.`, {
    errors: given.map((name) => ({ field: `sample.${name}`, message: 'is not alone' })),
  });
}

function givenRequest({
  method = 'POST',
  headers = {},
  query = '',
  body,
  json,
}: GivenRequest): IntakeRequest {
  if (json !== undefined) return { ...jsonRequest(json, headers), method, query };
  return { method, query, headers: lowerNames(headers), body: Buffer.from(body ?? '', 'base64') };
}

const ORIGIN = { source: 'test', notes: [], fields: [], detected: {} };

function madeUp(engine: TemplateEngine, definition: TaskDefinition): ExplainedRequest {
  const source_reason = 'No sample was given: the lead is made up.';
  return { ...ORIGIN, source_reason, lead: madeUpLead(engine, definition), errors: [] };
}

function readLead({ lead: rules }: TaskDefinition, given: GivenLead): ExplainedRequest {
  const source_reason = 'The lead was given.';
  try {
    return { ...ORIGIN, source_reason, lead: readGivenLead(given, rules.default_country), errors: [] };
  } catch (error) {
    if (!(error instanceof TaskhookError)) throw error;
    const errors = error.errors ?? [{ field: '', message: error.message }];
    return { ...ORIGIN, source_reason, lead: null, errors };
  }
}
