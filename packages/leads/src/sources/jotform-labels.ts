import type { JsonObject } from '../json-value.ts';
import { textAt } from './shape.ts';

/** Beyond these the search for labels would cost more than it gives. */
const MOST_ANSWERS = 300;
const LONGEST_PRETTY = 30_000;
const LONGEST_LABEL = 120;

/**
 * The label of each answer. Jotform's names are the beginning of the label alone (`q5_numeroDi`); the
 * whole one stands in `pretty`, as `Label:answer, Label:answer`.
 */
export function jotformLabels(
  answers: JsonObject,
  pretty: string | undefined,
): [key: string, label: string][] {
  const keys = Object.keys(answers);
  const shown =
    pretty === undefined || pretty.length > LONGEST_PRETTY || keys.length > MOST_ANSWERS ? '' : pretty;
  return keys.map((key) => [key, prettyLabel(shown, textAt(answers, key)) ?? key.replace(/^q\d+_/, '')]);
}

function prettyLabel(pretty: string, answer: string | undefined): string | undefined {
  const end = answer === undefined ? -1 : pretty.indexOf(`:${answer}`);
  if (end < 1) return undefined;
  const start = pretty.lastIndexOf(', ', end);
  const label = pretty.slice(start === -1 ? 0 : start + 2, end).trim();
  return label === '' || label.length > LONGEST_LABEL ? undefined : label;
}
