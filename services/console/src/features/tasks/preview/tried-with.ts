import { createContext, useContext } from 'react';

/** What the task is tried with: a sample that it caught, the lead of a run, or a made-up lead. */
export type TriedWith = { kind: 'sample' | 'run'; id: string } | { kind: 'made-up' };

/** What a person chose; null while nobody has: then the newest sample, else a made-up lead. */
export const TriedWithContext = createContext<
  readonly [TriedWith | null, (chosen: TriedWith | null) => void]
>([null, () => undefined]);

export const useChosen = () => useContext(TriedWithContext);

/** As the value of a choice in a list. */
export const toValue = (one: TriedWith): string =>
  one.kind === 'made-up' ? one.kind : `${one.kind}:${one.id}`;

export function fromValue(value: string): TriedWith {
  const [kind, id] = value.split(':');
  if (id === undefined || (kind !== 'sample' && kind !== 'run')) return { kind: 'made-up' };
  return { kind, id };
}
