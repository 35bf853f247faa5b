import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import type { Caller } from './caller.ts';

/** One of the two. */
export interface Credentials {
  key?: string;
  link_token?: string;
}

/**
 * Opens a session for who shows the admin key or a sign-in link's token. Throws `unauthorized`,
 * `rate_limited` after too many wrong ones, or `invalid_request`.
 */
export async function signIn(
  registry: Registry,
  { key, link_token }: Credentials,
  address: string,
): Promise<Extract<Caller, { by: 'session' }>> {
  if ((key === undefined) === (link_token === undefined)) {
    throw new TaskhookError('invalid_request', 'Give one of `key` and `link_token`.');
  }
  registry.wrongKeys.requirePatience(address);
  const isRight =
    key === undefined ? await registry.sessions.redeemLink(link_token ?? '') : registry.isAdminKey(key);
  if (!isRight) await refuse(registry, key === undefined, address);
  const { token, session } = await registry.sessions.open();
  registry.events.signedIn({ with: key === undefined ? 'link' : 'key' });
  return { by: 'session', token, session };
}

async function refuse({ wrongKeys, events }: Registry, isLink: boolean, address: string): Promise<never> {
  events.signInRefused({ with: isLink ? 'link' : 'key' });
  await wrongKeys.count(address);
  throw new TaskhookError(
    'unauthorized',
    isLink
      ? 'The link was used before or is too old; make another or sign in with the key.'
      : 'The key is not the admin key.',
  );
}
