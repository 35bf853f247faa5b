import { createContext, useContext } from 'react';
import type { Task } from '../../../api/types.ts';

export const TaskContext = createContext<Task | null>(null);

/** The task of the page that a tab stands on. */
export function useTask(): Task {
  const task = useContext(TaskContext);
  if (task === null) throw new Error('useTask belongs into a tab of a task.');
  return task;
}
