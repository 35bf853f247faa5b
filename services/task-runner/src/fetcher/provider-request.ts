import type { IntakeRequest } from '@taskhook/leads';

/** What a provider answered, as the request that it stands for. */
export function providerRequest(body: Buffer): IntakeRequest & { headers: Record<string, string> } {
  return { method: 'POST', query: '', headers: { 'content-type': 'application/json' }, body };
}
