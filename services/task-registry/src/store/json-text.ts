import type { TaskDefinition } from '@taskhook/contracts';

/**
 * Senders and users choose keys that BSON or FerretDB refuses (`a.b`, `$x`, NUL), so whatever has
 * such keys is stored as JSON text. This is the place that reads it back.
 */
export function fromJsonText(text: string): unknown {
  return JSON.parse(text);
}

export const toJsonText = (value: unknown): string => JSON.stringify(value);

/** The definition that is stored in a task or a revision. */
export function definitionOf(doc: { definition: string }): TaskDefinition {
  return fromJsonText(doc.definition) as TaskDefinition;
}
