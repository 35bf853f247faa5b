import { createContext, useContext } from 'react';
import type { ApiProblem } from '../../../api/problem.ts';
import type { Step, TaskPreview } from '../../../api/types.ts';

export interface StepEditing {
  /** From 0. */
  index: number;
  /** Puts another step in its place; changes with the same key are undone together. */
  change: (next: Step, key?: string) => void;
  /** What is wrong with a member of the step, such as `message.text`. */
  errorsAt: (field: string) => ApiProblem['errors'];
  /** What is odd about it. */
  lintsAt: (field: string) => TaskPreview['lints'];
  /** Whom the task is tried with. */
  lead: TaskPreview['lead'];
}

export const StepContext = createContext<StepEditing | null>(null);

export function useStepEditing(): StepEditing {
  const editing = useContext(StepContext);
  if (editing === null) throw new Error('useStepEditing belongs into the card of a step.');
  return editing;
}
