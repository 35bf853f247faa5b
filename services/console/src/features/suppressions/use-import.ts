import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { ListLine } from './read-list.ts';
import type { Reason } from './reasons.ts';

interface ImportList {
  lines: readonly ListLine[];
  country: string;
  reason: Reason;
}

export interface Imported {
  /** Addresses that are suppressed now; one that stands on two pieces of the list counts twice. */
  suppressed: number;
  invalid: { line: number; field: 'phone' | 'email' }[];
}

/** How many people go in one call. */
const PIECE = 1_000;

/** Sends a list piece by piece. What went in stays where a later piece fails; sent again it changes nothing. */
export function useImport(): (list: ImportList) => Promise<Imported> {
  const queryClient = useQueryClient();
  return async ({ lines, country, reason }) => {
    const imported: Imported = { suppressed: 0, invalid: [] };
    for (let start = 0; start < lines.length; start += PIECE) {
      const piece = lines.slice(start, start + PIECE);
      const body = { items: piece.map(({ person }) => person), default_country: country, reason };
      const { suppressed, invalid } = await answerOf(api.POST('/v1/suppressions/import', { body }));
      imported.suppressed += suppressed;
      for (const { index, field } of invalid) {
        imported.invalid.push({
          line: piece[index]?.line ?? 0,
          field: field === 'email' ? 'email' : 'phone',
        });
      }
    }
    await queryClient.invalidateQueries({ queryKey: queryKeys.suppressions.all });
    return imported;
  };
}
