import type { SuppressionImport, SuppressionImported } from '@taskhook/contracts';
import type { Registry } from '../registry.ts';
import { publishSuppressions } from './publish-suppressions.ts';
import { readAddresses } from './read-address.ts';
import type { NotedChange } from './write-suppressions.ts';

/** Takes a list. Items that cannot be read are told of and keep out none of the others. */
export async function importSuppressions(
  registry: Registry,
  { items, default_country, reason = 'requested' }: SuppressionImport,
): Promise<SuppressionImported> {
  const at = Date.now();
  const invalid: SuppressionImported['invalid'] = [];
  const changes = new Map<string, NotedChange>();
  items.forEach(({ note, ...given }, index) => {
    const read = readAddresses(given, default_country);
    if (read.length === 0) invalid.push({ index, field: 'phone', message: 'or email has to be given' });
    for (const one of read) {
      if ('problem' in one) {
        invalid.push({ index, field: one.kind, message: one.problem });
        continue;
      }
      const id = registry.addresses.hash(one.kind, one.address);
      changes.set(id, { id, record: { kind: one.kind, active: true, reason, origin: 'api', at }, note });
    }
  });
  await publishSuppressions(registry, [...changes.values()]);
  return { suppressed: changes.size, invalid };
}
