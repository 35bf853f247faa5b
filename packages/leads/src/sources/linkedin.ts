import type { JsonObject, JsonValue } from '../json-value.ts';
import type { Candidate, DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { linkedinAnswers } from './linkedin-answers.ts';
import { fieldSet } from './field-set.ts';
import { hasKeys, isTrue, objectAt, objectsAt, textAt } from './shape.ts';

/**
 * LinkedIn Lead Sync: a notification that names the response, and the response itself once it was
 * read. The answers are numbered; what they answer stands in the form, which is expected beside them
 * under `form`.
 * https://learn.microsoft.com/linkedin/marketing/lead-sync/leadsync
 */
export const linkedin: SourceAdapter = {
  name: 'linkedin',
  title: 'LinkedIn Lead Gen Forms',
  docs: 'https://learn.microsoft.com/linkedin/marketing/lead-sync/leadsync',
  recognise,
  read,
};

const RESPONSE_URN = 'urn:li:leadGenFormResponse:';

function recognise({ body, kind, query, headers }: DecodedRequest): string | null {
  if (kind === 'none')
    return isValidation(query) ? 'The request is the validation of a webhook by LinkedIn.' : null;
  const root = objectsAt(body)[0];
  if (root === undefined) return null;
  if (root['type'] === 'LEAD_ACTION') return 'The body is a lead notification of LinkedIn.';
  if (
    objectAt(root, 'formResponse') !== undefined &&
    (root['form'] !== undefined || root['versionedLeadGenFormUrn'] !== undefined)
  ) {
    return 'The body is a form response of LinkedIn.';
  }
  return headers['x-li-signature'] === undefined ? null : 'The request carries the signature of LinkedIn.';
}

function read({ body, kind, query }: DecodedRequest): Reading {
  if (kind === 'none' && isValidation(query))
    return { type: 'ignored', reason: 'LinkedIn validates the address of the webhook.' };
  const roots = objectsAt(body);
  if (roots[0]?.['type'] === 'LEAD_ACTION') return readActions(roots);
  return { type: 'leads', candidates: roots.map(candidate) };
}

function isValidation(query: JsonObject): boolean {
  return hasKeys(query, 'challengeCode');
}

function readActions(actions: JsonObject[]): Reading {
  const items = actions.flatMap((action) => {
    const urn = textAt(action, 'leadGenFormResponse');
    if (urn === undefined || textAt(action, 'leadAction') === 'DELETED') return [];
    const id = urn.startsWith(RESPONSE_URN) ? urn.slice(RESPONSE_URN.length) : urn;
    return [{ id, fields: action, ...(isTrue(action['testLead']) ? { test: true } : {}) }];
  });
  if (items.length === 0) return { type: 'ignored', reason: 'LinkedIn says that a lead was deleted.' };
  return { type: 'notification', provider: 'linkedin', items };
}

function candidate(response: JsonObject): Candidate {
  const { fields, addAll, add } = fieldSet();
  const { answers, known } = linkedinAnswers(response);
  addAll(answers);
  addAll(response, 'formResponse', 'form', 'leadMetadata');
  addAll(objectAt(response, 'formResponse'), 'answers');
  for (const metadata of Object.values(objectAt(response, 'leadMetadata') ?? {}))
    addMetadata(metadata, addAll, add);
  const id = textAt(response, 'id');
  return {
    fields,
    known,
    ...(id === undefined ? {} : { eventId: id }),
    ...(isTrue(response['testLead']) ? { test: true } : {}),
  };
}

/** The metadata of a sponsored, event or page lead stands one level down, under a key per type. */
function addMetadata(
  metadata: JsonValue,
  addAll: (object: JsonObject | undefined) => void,
  add: (key: string, value: JsonValue) => void,
): void {
  const object = objectAt(metadata);
  if (object === undefined) add('leadMetadata', metadata);
  else addAll(object);
}
