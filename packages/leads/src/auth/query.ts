import type { Auth } from '@taskhook/contracts';
import { ACCEPTED, refused, type Authenticate } from './auth-request.ts';
import { queryParts } from './query-parts.ts';
import { secretMatch } from './secret-match.ts';

/** A parameter of the address with a secret as its value. */
export function queryAuthenticator({ name, secrets }: Extract<Auth, { type: 'query' }>): Authenticate {
  const matches = secretMatch(secrets);
  return ({ query }) => {
    const given = queryParts(query).filter((part) => part.name === name);
    if (given.length === 0) return refused(`The address has no parameter ${name}.`);
    // Secrets with a plus sign or a percent sign are often pasted into an address as they are.
    if (matches(given.flatMap(({ value, raw, plus }) => [value, raw, plus]))) return ACCEPTED;
    return refused(`The parameter ${name} has another value than the secret of this task.`);
  };
}
