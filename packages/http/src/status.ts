import type { ErrorCode } from '@taskhook/errors';

/** The HTTP status of each code that can be answered; the rest are answered as `internal_error`. */
export const httpStatus: Partial<Record<ErrorCode, number>> = {
  malformed_body: 400,
  invalid_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  unknown_webhook: 404,
  method_not_allowed: 405,
  conflict: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid_lead: 422,
  invalid_task: 422,
  template_failed: 422,
  template_limit: 422,
  rate_limited: 429,
  internal_error: 500,
  unavailable: 503,
};
