import type { LeadAnswer, WebhookAnswer } from '@taskhook/contracts';
import { TaskhookError, toTaskhookError } from '@taskhook/errors';
import { requestIdOf, type RequestHandler } from '@taskhook/http';
import { acceptLeads, type AcceptParts } from '../accept/accept-leads.ts';
import { answerOf } from '../answer/answer-of.ts';
import { refusalOf } from '../answer/refusal-of.ts';
import type { IngressEvents } from '../events.ts';
import { invalidLead, quarantine } from '../quarantine/quarantine.ts';
import { decompress } from '../request/decompress.ts';
import { readLeads, type LeadsRead } from '../request/read-leads.ts';
import { readRequest, type WebhookRequest } from '../request/read-request.ts';
import type { FindWebhook, Webhook } from '../webhook/find-webhook.ts';

export interface ReceiveParts extends AcceptParts {
  findWebhook: FindWebhook;
  events: IngressEvents;
}

/**
 * Takes a request with leads. Answers 200 when every valid lead of it is queued and everything else
 * of it is in quarantine, both written; throws what is answered as a problem.
 */
export function receiveLead(parts: ReceiveParts): RequestHandler {
  return async (request, response) => {
    try {
      const webhook = await parts.findWebhook(String(request.params['token']));
      const received = await readRequest(request, response);
      response.json(await receive(parts, webhook, received));
    } catch (thrown) {
      const error = toTaskhookError(thrown);
      if (error.code === 'unavailable') parts.events.unavailable(requestIdOf(response), error);
      throw error;
    }
  };
}

async function receive(
  parts: ReceiveParts,
  webhook: Webhook,
  received: WebhookRequest,
): Promise<WebhookAnswer> {
  const request = await decompress(received);
  if (request instanceof TaskhookError) return refuseRequest(parts, webhook, received, request);
  const read = readLeads(webhook, request);
  if (read instanceof TaskhookError) return refuseRequest(parts, webhook, request, read);
  const problem = invalidLead(read.results);
  const [accepted, quarantineId] = await Promise.all([
    acceptLeads(parts, webhook, request, read),
    problem && quarantine(parts.acceptance, webhook, request, problem),
  ]);
  const answers = leadAnswers(read, accepted, quarantineId);
  tellAnswers(parts, webhook, request, answers);
  const nothingTaken = problem !== undefined && accepted.size === 0;
  if (nothingTaken && webhook.definition.on_invalid === 'reject') throw refusalOf(problem, quarantineId);
  return answerOf(answers);
}

/** The request as a whole cannot be read. */
async function refuseRequest(
  parts: ReceiveParts,
  webhook: Webhook,
  request: WebhookRequest,
  problem: TaskhookError,
): Promise<WebhookAnswer> {
  const quarantineId = await quarantine(parts.acceptance, webhook, request, problem);
  const answers: LeadAnswer[] = [{ status: 'quarantined', quarantine_id: quarantineId }];
  tellAnswers(parts, webhook, request, answers);
  if (webhook.definition.on_invalid === 'reject') throw refusalOf(problem, quarantineId);
  return answerOf(answers);
}

/** One answer for each lead, in the order of the request. */
function leadAnswers(
  { results }: LeadsRead,
  accepted: ReadonlyMap<number, LeadAnswer>,
  quarantineId: string | undefined,
): LeadAnswer[] {
  return results.map((result, index) => {
    const answer = accepted.get(index) ?? { status: 'quarantined' as const };
    if (result.ok) return answer;
    return { ...answer, errors: result.errors, ...(quarantineId && { quarantine_id: quarantineId }) };
  });
}

function tellAnswers(
  parts: ReceiveParts,
  webhook: Webhook,
  request: WebhookRequest,
  answers: LeadAnswer[],
): void {
  const facts = { request_id: request.requestId, task_id: webhook.taskId };
  for (const answer of answers) parts.events.leadAnswered(facts, answer);
}
