import type { RunSummary } from '../../api/types.ts';

/** By what a person is called in a list: the name, or how they are reached. Undefined while nothing is known. */
export function personOf(lead: RunSummary['lead']): string | undefined {
  return (
    [lead?.full_name, lead?.phone, lead?.email].find((text) => typeof text === 'string' && text !== '') ??
    undefined
  );
}
