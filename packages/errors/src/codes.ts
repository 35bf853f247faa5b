/**
 * Every error that leaves a service or ends in a run, with what it means and whether the same
 * thing may succeed when it is tried again unchanged. `docs/errors.md` is held against this table.
 */
export const errorCodes = {
  // What a caller did.
  malformed_body: {
    retry: false,
    meaning: 'The body cannot be parsed: wrong syntax, encoding, depth or keys.',
  },
  invalid_request: { retry: false, meaning: 'The request parses but breaks the schema of the API.' },
  unauthorized: { retry: false, meaning: 'The credentials are missing or wrong.' },
  forbidden: {
    retry: false,
    meaning:
      'Not for this caller: it needs the key itself, or the request came from another site or without `x-taskhook-console`.',
  },
  not_found: { retry: false, meaning: 'There is no such resource or route.' },
  unknown_webhook: { retry: false, meaning: 'No task has this webhook address.' },
  method_not_allowed: {
    retry: false,
    meaning: 'The address exists, the method is not one of those in `Allow`.',
  },
  conflict: { retry: false, meaning: 'The resource is in a state that forbids the operation.' },
  body_too_large: { retry: false, meaning: 'The body is larger than the limit named in `detail`.' },
  unsupported_media_type: { retry: false, meaning: 'The body is of a kind that cannot be read.' },
  invalid_lead: {
    retry: false,
    meaning: 'The request was read but gives no valid lead; `errors` names the fields.',
  },
  invalid_task: {
    retry: false,
    meaning: 'A template, mapping, filter or condition of the task does not parse.',
  },
  rate_limited: { retry: true, meaning: 'Too many requests; `Retry-After` says when to come back.' },
  // What went wrong inside.
  unavailable: { retry: true, meaning: 'The store that makes the answer true cannot be reached now.' },
  internal_error: {
    retry: true,
    meaning: 'A bug or an unforeseen fault; the log has it under the request id.',
  },
  connection_missing: {
    retry: false,
    meaning: 'The lead or the step needs a connection to its provider, and there is none that fits.',
  },
  connection_refused: {
    retry: false,
    meaning:
      'The provider does not take the credentials of the connection, or does not let them do this: save the right ones.',
  },
  lead_not_found: { retry: false, meaning: 'The provider has no lead with the id of the notification.' },
  // What ends or delays a step.
  template_failed: { retry: false, meaning: 'A template of the step failed while it was rendered.' },
  template_limit: {
    retry: false,
    meaning: 'A template of the step passed a limit of time, memory or length.',
  },
  address_refused: {
    retry: false,
    meaning: 'The URL points to an address that outgoing calls may not reach.',
  },
  invalid_url: { retry: false, meaning: 'The rendered URL or header of the step is not a valid one.' },
  invalid_recipient: {
    retry: false,
    meaning: 'The recipient of the message cannot be one, or is refused as such.',
  },
  invalid_message: {
    retry: false,
    meaning: 'The rendered message is empty or not one that the channel takes.',
  },
  outcome_unknown: {
    retry: false,
    meaning: 'Whether the message was sent is not known; it is not sent again by itself.',
  },
  delivery_timeout: { retry: true, meaning: 'The receiver did not answer in time.' },
  connection_failed: { retry: true, meaning: 'No connection to the receiver, or it broke off.' },
  receiver_rejected: { retry: false, meaning: 'The receiver answered with a status that will not change.' },
  receiver_failed: { retry: true, meaning: 'The receiver answered with a status that may change.' },
  receiver_throttled: { retry: true, meaning: 'The receiver asks for fewer calls (429).' },
  attempts_exhausted: { retry: false, meaning: 'The last attempt that the retry policy allows has failed.' },
  too_old: { retry: false, meaning: "The next attempt would be later than the step's `max_age` allows." },
  steps_failed: {
    retry: false,
    meaning: 'No step of the run was delivered, and not all were skipped; each has its reason.',
  },
  revision_missing: { retry: true, meaning: 'The revision that the run is pinned to cannot be found.' },
  worker_lost: { retry: false, meaning: 'The step brought its worker down too many times.' },
  duplicate: {
    retry: false,
    meaning: 'The lead waited on the disk of an ingress, and came to another run meanwhile, which is named.',
  },
  erased: {
    retry: false,
    meaning: 'The person was erased; what the run held of them is gone.',
  },
  // What stops a start.
  invalid_configuration: {
    retry: false,
    meaning: 'Environment variables are missing or wrong; all are told at once.',
  },
  start_failed: { retry: false, meaning: 'A port, a server or a folder that the start needs cannot be had.' },
} as const satisfies Record<string, { retry: boolean; meaning: string }>;

export type ErrorCode = keyof typeof errorCodes;
