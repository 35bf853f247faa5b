import type { Leaf } from './leaves.ts';

/** A value that a field of the lead can take, where it stands and why it was chosen. */
export interface Choice {
  text: string;
  /** Where the parts of the value stand; they are gone from the rest once the choice is taken. */
  paths: string[][];
  /** Labels of these places, as the sender wrote them. */
  labels: string[];
  why: 'sender' | 'own' | 'key' | 'parts' | 'value';
  score: number;
}

export function choiceOf(leaf: Leaf, why: Choice['why'], score: number): Choice {
  return { text: leaf.text, paths: [leaf.path], labels: [leaf.label], why, score };
}

/** One text of several parts, in the order given. */
export function joined(leaves: Leaf[], score: number): Choice {
  return {
    text: leaves.map((leaf) => leaf.text.trim()).join(' '),
    paths: leaves.map((leaf) => leaf.path),
    labels: leaves.map((leaf) => leaf.label),
    why: 'parts',
    score,
  };
}

export function byScore(choices: Choice[]): Choice[] {
  return choices.length < 2 ? choices : choices.toSorted((a, b) => b.score - a.score);
}
