import type { Content } from './content.ts';
import type { Edits } from './edits.ts';

const keyOf = (taskId: string) => `taskhook-draft-${taskId}`;

/** What was not saved when this tab of the browser showed the task last; it outlives a reload, not the tab. */
export function keptEdits(taskId: string): Edits | null {
  const text = sessionStorage.getItem(keyOf(taskId));
  if (text === null) return null;
  const { from, present } = JSON.parse(text) as { from: Content; present: Content };
  return { from, present, past: [from], lastKey: undefined };
}

export function keepEdits(taskId: string, edits: Edits | null): void {
  if (edits === null) return sessionStorage.removeItem(keyOf(taskId));
  const { from, present } = edits;
  sessionStorage.setItem(keyOf(taskId), JSON.stringify({ from, present }));
}
