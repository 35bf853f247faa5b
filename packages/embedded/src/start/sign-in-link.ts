import { callApi, unexpected, type Api } from './call-api.ts';

/** An address that signs in to the console once. */
export async function signInLink(api: Api): Promise<string> {
  const link = (await callApi(api, '/v1/session/links', '')) as { path?: unknown } | null;
  if (typeof link?.path !== 'string') throw unexpected('gives no sign-in link.');
  return api.url + link.path;
}
