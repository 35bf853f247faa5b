const reasons = ['expired', 'signed-out', 'link'] as const;

export interface SignInSearch {
  /** Where to go afterwards: an address within the console. */
  return?: string;
  /** Of a link that signs in once. */
  token?: string;
  /** Why the page is shown. */
  reason?: (typeof reasons)[number];
}

/** Takes from the address what the sign-in page knows; a way back that leads to another host is dropped. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { return: back, token } = search;
  const reason = reasons.find((known) => known === search['reason']);
  return {
    ...(isOwnPath(back) ? { return: back } : {}),
    ...(typeof token === 'string' && token !== '' ? { token } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** A path as browsers read it: `//host` and `/\host` are other hosts. */
function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/sign-in');
}
