import type { FetchTarget } from '@taskhook/contracts';
import type { Connection } from './find-connection.ts';
import { leadProviders } from './providers/index.ts';
import type { Fetched } from './providers/provider.ts';
import { readPath, type ProviderCalls } from './read-path.ts';

/**
 * Reads a lead with everything that belongs to it. Every answer and every failure of the provider is a
 * value; throws `unavailable` when `stop` aborted before there was one.
 */
export async function fetchLead(
  calls: ProviderCalls,
  connection: Connection,
  target: FetchTarget,
  stop: AbortSignal,
): Promise<Fetched> {
  const provider = leadProviders[target.provider];
  const path = provider.path(target);
  if (path === undefined)
    return { ok: false, verdict: { outcome: 'not_found', detail: 'the id is none of its own' } };
  const base = (connection.baseUrl ?? provider.baseUrl(target)).replace(/\/+$/, '');
  const read = (from: string): Promise<Fetched> =>
    readPath(calls, provider, { url: base + from, token: connection.token }, stop);
  const lead = await read(path);
  if (!lead.ok || provider.complete === undefined) return lead;
  return provider.complete(lead.body, read);
}
