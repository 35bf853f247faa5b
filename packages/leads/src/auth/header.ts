import type { Auth } from '@taskhook/contracts';
import { ACCEPTED, headerOf, refused, type Authenticate } from './auth-request.ts';
import { secretMatch } from './secret-match.ts';

/** A header with a secret as its value; in `Authorization` a scheme such as Bearer may stand before it. */
export function headerAuthenticator({ name, secrets }: Extract<Auth, { type: 'header' }>): Authenticate {
  const matches = secretMatch(secrets);
  const hasScheme = name.toLowerCase() === 'authorization';
  return (request) => {
    const value = headerOf(request, name)?.trim();
    if (value === undefined || value === '') return refused(`The request has no header ${name}.`);
    if (matches(hasScheme ? [value, withoutScheme(value)] : [value])) return ACCEPTED;
    return refused(`The header ${name} has another value than the secret of this task.`);
  };
}

function withoutScheme(value: string): string {
  return value.slice(value.indexOf(' ') + 1).trimStart();
}
