import { TaskhookError, type FieldError } from '@taskhook/errors';

export interface GivenConnection {
  base_url?: string | null;
  access_token?: string;
}

/** What is given, the blanks around a pasted token dropped. Throws `invalid_request` for what no call can use. */
export function checkConnection<T extends GivenConnection>(given: T): T {
  const trimmed =
    given.access_token === undefined ? given : { ...given, access_token: given.access_token.trim() };
  const errors = [...tokenErrors(trimmed.access_token), ...baseUrlErrors(trimmed.base_url)];
  const [first] = errors;
  if (first === undefined) return trimmed;
  throw new TaskhookError(
    'invalid_request',
    `The connection is not valid: ${first.field} ${first.message}.`,
    {
      errors,
    },
  );
}

/** A token goes into a header. */
function tokenErrors(token: string | undefined): FieldError[] {
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return [];
  return [{ field: 'access_token', message: 'must be plain ASCII without blanks' }];
}

/** The paths of the provider's API are put behind it. */
function baseUrlErrors(text: string | null | undefined): FieldError[] {
  if (text === null || text === undefined) return [];
  const url = URL.parse(text);
  if (url === null) return [{ field: 'base_url', message: 'is not an address' }];
  if (url.username !== '' || url.password !== '')
    return [{ field: 'base_url', message: 'must have no user name and no password' }];
  if (url.search === '' && url.hash === '') return [];
  return [{ field: 'base_url', message: 'must end with its path' }];
}
