import type { JsonObject } from '../json-value.ts';
import type { DecodedRequest, Reading, SourceAdapter } from './adapter.ts';
import { fieldSet } from './field-set.ts';
import { countKeys, hasKeys, objectAt, textAt } from './shape.ts';

/**
 * Webflow form submissions, version 2 (`payload.data`) and 1 (`data`). `name` is the form's.
 * https://developers.webflow.com/data/reference/webhooks/events/form-submission
 */
export const webflow: SourceAdapter = {
  name: 'webflow',
  title: 'Webflow',
  docs: 'https://developers.webflow.com/data/reference/webhooks/events/form-submission',
  recognise,
  read,
};

const SUBMISSION_KEYS = [
  'site',
  'siteId',
  'd',
  '_id',
  'id',
  'formId',
  'formElementId',
  'submittedAt',
  'pageId',
];

function recognise({ body }: DecodedRequest): string | null {
  if (textAt(body, 'triggerType') !== undefined && objectAt(body, 'payload') !== undefined) {
    return 'The body is an event of Webflow.';
  }
  const submission = objectAt(body);
  return submission !== undefined && isFirstVersion(submission)
    ? 'The body is a form submission of Webflow.'
    : null;
}

function isFirstVersion(body: JsonObject): boolean {
  if (objectAt(body, 'data') === undefined || !hasKeys(body, 'name')) return false;
  return (hasKeys(body, 'site') || hasKeys(body, 'siteId')) && countKeys(body, SUBMISSION_KEYS) >= 2;
}

function read({ body }: DecodedRequest): Reading {
  const trigger = textAt(body, 'triggerType');
  if (trigger !== undefined && trigger !== 'form_submission') {
    return { type: 'ignored', reason: `Webflow's event ${trigger.slice(0, 60)} is no form submission.` };
  }
  const submission = objectAt(body, 'payload') ?? objectAt(body) ?? {};
  const data = objectAt(submission, 'data');
  const { fields, add, addAll } = fieldSet();
  addAll(data);
  if (data !== undefined) add('form', submission['name']);
  addAll(submission, 'schema', ...(data === undefined ? [] : ['data', 'name']));
  if (submission !== body) addAll(objectAt(body), 'payload', 'triggerType');
  const eventId = textAt(submission, 'id') ?? textAt(submission, '_id');
  return { type: 'leads', candidates: [{ fields, ...(eventId === undefined ? {} : { eventId }) }] };
}
