/** What went wrong and what to do about it, by the code of the problem. */
export const problems = {
  offline: {
    title: 'The server cannot be reached',
    advice: 'Check your connection, or whether Taskhook is running. Nothing you typed is lost; try again.',
  },
  unavailable: {
    title: 'The database is not answering right now',
    advice:
      'Leads are still being taken. Wait a moment and try again; if it stays so, check MongoDB and Redis.',
  },
  unauthorized: {
    title: 'You are not signed in',
    advice: 'Sign in with your API key and you come back to this page.',
  },
  forbidden: {
    title: 'This is not allowed from here',
    advice:
      'Reload the page and try again. If a proxy stands before Taskhook, CONSOLE_URL must be its address.',
  },
  not_found: {
    title: 'This no longer exists',
    advice: 'It may have been deleted in the meantime. Go back to the list and look there.',
  },
  conflict: {
    title: 'This cannot be done in its present state',
    advice: 'Somebody may have changed it in the meantime. Reload to see how it is now.',
  },
  invalid_request: {
    title: 'Something in there is not valid',
    advice: 'Correct what is marked and save again.',
  },
  invalid_task: {
    title: 'A template or an expression does not parse',
    advice: 'Correct what is marked; line and column are told with it.',
  },
  invalid_lead: {
    title: 'This gives no valid lead',
    advice: 'Look at the fields below, and map or correct what is missing.',
  },
  body_too_large: {
    title: 'This is too large',
    advice: 'Send less at once.',
  },
  rate_limited: {
    title: 'Too many tries',
    advice: 'Wait a minute, then try again.',
  },
  other: {
    title: 'That did not work',
    advice: 'Try again. If it stays so, give the request id to whoever runs Taskhook.',
  },
  requestId: 'Request id',
};
