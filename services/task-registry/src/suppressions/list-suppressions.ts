import type { Suppression } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { toPage, type Page } from '../store/page.ts';
import { requireAddresses } from './read-address.ts';
import { toSuppression } from './suppression-view.ts';

export interface SuppressionQuery {
  phone?: string;
  email?: string;
  default_country?: string;
  limit?: number;
  cursor?: string;
}

/** What is suppressed: that of an address, also under an older key, or a page of all. */
export async function listSuppressions(
  registry: Registry,
  { phone, email, default_country, limit = 50, cursor }: SuppressionQuery,
): Promise<Page<Suppression>> {
  if (phone !== undefined || email !== undefined) {
    const ids = idsOf(registry, {
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
      ...(default_country === undefined ? {} : { default_country }),
    });
    const docs = await registry.store.findSuppressions(ids);
    return { items: docs.filter(({ active }) => active).map(toSuppression), next_cursor: null };
  }
  const docs = await registry.store.suppressions
    .find({ active: true, ...(cursor === undefined ? {} : { _id: { $gt: cursor } }) })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .lean();
  return toPage(docs, limit, toSuppression);
}

/** Every id that the addresses may be kept under. Throws `invalid_request`. */
export function idsOf(
  { addresses }: Registry,
  { default_country, ...given }: Pick<SuppressionQuery, 'phone' | 'email' | 'default_country'>,
): string[] {
  return requireAddresses(given, default_country).flatMap(({ kind, address }) =>
    addresses.hashes(kind, address),
  );
}
