import type { Suppression, SuppressionInput } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { publishSuppressions } from './publish-suppressions.ts';
import { requireAddresses } from './read-address.ts';
import { toSuppression } from './suppression-view.ts';

/** Nobody is written to at these addresses from now on, by any task. Throws `invalid_request`. */
export async function addSuppression(
  registry: Registry,
  { default_country, reason = 'requested', note, ...given }: SuppressionInput,
): Promise<{ items: Suppression[] }> {
  const at = Date.now();
  const changes = requireAddresses(given, default_country).map(({ kind, address }) => ({
    id: registry.addresses.hash(kind, address),
    record: { kind, active: true, reason, origin: 'api' as const, at },
    note,
  }));
  await publishSuppressions(registry, changes);
  return {
    items: changes.map(({ id, record }) =>
      toSuppression({ _id: id, ...record, note: note ?? null, version: 1 }),
    ),
  };
}
