import { TaskhookError } from '@taskhook/errors';
import type { Registry } from '../registry.ts';
import type { SuppressionDoc } from '../store/suppression-model.ts';
import { idsOf, type SuppressionQuery } from './list-suppressions.ts';
import { publishSuppressions } from './publish-suppressions.ts';

/** The address may be written to again. Throws `not_found`. */
export async function liftSuppression(registry: Registry, id: string): Promise<void> {
  await lift(registry, [id], 'There is no suppression with this id.');
}

/** As `liftSuppression`, by address, under whatever key it was suppressed. Throws `invalid_request` too. */
export async function liftAddress(
  registry: Registry,
  given: Pick<SuppressionQuery, 'phone' | 'email' | 'default_country'>,
): Promise<void> {
  await lift(registry, idsOf(registry, given), 'The address is not suppressed.');
}

async function lift(registry: Registry, ids: readonly string[], missing: string): Promise<void> {
  const docs = await registry.store.findSuppressions(ids);
  const active = docs.filter((doc) => doc.active);
  if (active.length === 0) throw new TaskhookError('not_found', missing);
  await publishSuppressions(registry, active.map(lifted));
}

function lifted({ _id, kind, reason, at }: SuppressionDoc) {
  return {
    id: _id,
    // Later than what it lifts, also where clocks differ.
    record: { kind, active: false, reason, origin: 'api' as const, at: Math.max(Date.now(), at + 1) },
  };
}
