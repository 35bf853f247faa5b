import type { RunDoc } from '../store/run-model.ts';
import type { RunUpdate } from './run-update.ts';

type Node = { [key: string]: unknown };

/** The document that an update makes of a run that is not there yet. */
export function runDocument({ runId, values, initial, guarded }: RunUpdate): RunDoc {
  const document: Node = { _id: runId, version: 1 };
  const parts = [
    initial,
    values,
    ...guarded.map((guard) => ({ ...guard.values, [guard.path]: guard.order })),
  ];
  for (const [path, value] of parts.flatMap((part) => Object.entries(part)))
    setAt(document, path.split('.'), value);
  return document as unknown as RunDoc;
}

/** Paths are made of the names and numbers of this service, never of a sender's keys. */
function setAt(node: Node, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    node[name] = value;
    return;
  }
  const child = (node[name] ?? {}) as Node;
  node[name] = child;
  setAt(child, rest, value);
}
