import { contentOf, isSame, type Content } from './content.ts';

/** What was changed and not saved yet. */
export interface Edits {
  /** What the task was when the first change was made. */
  from: Content;
  present: Content;
  /** What it was before each change, the oldest first. */
  past: Content[];
  /** What was changed last: letters typed into one field are taken back together. */
  lastKey: string | undefined;
}

const MOST_KEPT = 100;

/** Another change. Those with the same key, one after the other, are one to undo. */
export function withEdit(
  edits: Edits | null,
  now: Content,
  change: Partial<Content>,
  key: string | undefined,
): Edits {
  const { from, present, past, lastKey } = edits ?? { from: now, present: now, past: [], lastKey: undefined };
  const isFurther = key !== undefined && key === lastKey;
  return {
    from,
    present: { ...present, ...change },
    past: isFurther ? past : [...past, present].slice(-MOST_KEPT),
    lastKey: key,
  };
}

/** Without the last change; null where there was only that. */
export function withoutLast(edits: Edits): Edits | null {
  const present = edits.past.at(-1);
  if (present === undefined) return null;
  const past = edits.past.slice(0, -1);
  return past.length === 0 ? null : { ...edits, present, past, lastKey: undefined };
}

/** Whether somebody has saved another version of the same parts since the first change was made. */
export function isOvertaken({ from }: Edits, saved: Content): boolean {
  return !isSame(from, contentOf(saved));
}
