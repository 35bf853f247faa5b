import { createContext, useContext } from 'react';
import type { WhatsAppMessage } from '../message/steps.ts';
import type { Content } from './content.ts';

export interface Draft {
  /** With all changes. */
  content: Content;
  /** Changes it; changes with the same key, one after the other, are undone together. */
  edit: (change: Partial<Content>, key?: string) => void;
  isDirty: boolean;
  canUndo: boolean;
  undo: () => void;
  /** Goes back to what is saved; it can be undone. */
  discard: () => void;
  /** Forgets that there was something to undo. */
  settle: () => void;
  /** Somebody has saved another version since the first change. */
  isOvertaken: boolean;
  save: () => void;
  isSaving: boolean;
  /** What steps said before their kind of message was changed, by that kind and their id; forgotten when saved. */
  otherKinds: Map<string, WhatsAppMessage>;
  error: unknown;
}

export const DraftContext = createContext<Draft | null>(null);

/** The unsaved version of the task that a tab stands on. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new Error('useDraft belongs into a tab of a task.');
  return draft;
}
