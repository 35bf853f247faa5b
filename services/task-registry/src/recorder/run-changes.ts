import type { RunDoc } from '../store/run-model.ts';
import type { RunUpdate } from './run-update.ts';

/** What an update changes in a run that is there: guarded values only where they are ahead of it. */
export function runChanges(run: RunDoc, { values, guarded }: RunUpdate): Record<string, unknown> {
  const ahead = guarded.filter(({ path, order }) => orderAt(run, path) < order);
  return Object.assign({}, values, ...ahead.map((guard) => ({ ...guard.values, [guard.path]: guard.order })));
}

/** The order that has been recorded under a path, below all others where there is none. */
function orderAt(run: RunDoc, path: string): number {
  let node: unknown = run;
  for (const name of path.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : undefined;
  }
  return typeof node === 'number' ? node : Number.NEGATIVE_INFINITY;
}
