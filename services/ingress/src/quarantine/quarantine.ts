import { newQuarantineId } from '@taskhook/contracts';
import { TaskhookError, type FieldError } from '@taskhook/errors';
import type { LeadResult } from '@taskhook/leads';
import type { Acceptance } from '../accept/acceptance.ts';
import { rawRequest } from '../request/raw-request.ts';
import type { WebhookRequest } from '../request/read-request.ts';
import type { Webhook } from '../webhook/find-webhook.ts';

/** Keeps the request whole. Gives the id of its entry once it is written; throws `unavailable`. */
export async function quarantine(
  acceptance: Acceptance,
  webhook: Webhook,
  request: WebhookRequest,
  problem: TaskhookError,
): Promise<string> {
  const quarantineId = newQuarantineId(request.receivedAt);
  await acceptance.add({
    event: {
      type: 'quarantined',
      quarantine_id: quarantineId,
      task_id: webhook.taskId,
      revision: webhook.revision,
      received_at: request.receivedAt,
      code: problem.code,
      detail: problem.message,
      errors: problem.errors ?? [],
      request: rawRequest(request),
    },
    bytes: request.body.length * BASE64_GROWTH,
    claims: [],
  });
  return quarantineId;
}

const BASE64_GROWTH = 4 / 3;

/** What is wrong with the leads of a request that could be read; undefined where nothing is. */
export function invalidLead(results: readonly LeadResult[]): TaskhookError | undefined {
  const failed = results.filter((result) => !result.ok).length;
  if (failed === 0) return undefined;
  const errors = results.flatMap((result, index) =>
    result.ok ? [] : result.errors.map((error) => (results.length > 1 ? withIndex(index, error) : error)),
  );
  return new TaskhookError('invalid_lead', detailOf(failed, results.length, errors), { errors });
}

/** In a list of leads a field is named with the place of its lead, from 0: `1.phone`. */
function withIndex(index: number, error: FieldError): FieldError {
  return { ...error, field: error.field === '' ? String(index) : `${index}.${error.field}` };
}

function detailOf(failed: number, count: number, errors: readonly FieldError[]): string {
  if (count > 1) return `${failed} of ${count} leads are not valid; errors names their fields.`;
  const told = errors.map(({ field, message }) => (field === '' ? message : `${field} ${message}.`));
  return `The lead is not valid: ${told.join(' ')}`;
}
