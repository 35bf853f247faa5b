import type { Suppression } from '@taskhook/contracts';
import type { SuppressionDoc } from '../store/suppression-model.ts';

export function toSuppression({ _id, kind, reason, origin, note, at }: SuppressionDoc): Suppression {
  return { id: _id, kind, reason, origin, note: note ?? null, created_at: new Date(at).toISOString() };
}
