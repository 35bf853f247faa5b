import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { Task, TaskPatch } from '../../api/types.ts';

/** Changes members of a task; everything that shows it is then read again. Its problem is the caller's to show. */
export function useSaveTask(taskId: string) {
  const keep = useKeepTask();
  return useMutation({
    mutationFn: (body: TaskPatch) =>
      answerOf(api.PATCH('/v1/tasks/{id}', { params: { path: { id: taskId } }, body })),
    onSuccess: keep,
  });
}

/** Shows a task as the API has just answered it. */
export function useKeepTask(): (task: Task) => Promise<void> {
  const queryClient = useQueryClient();
  return (task) => {
    queryClient.setQueryData(queryKeys.tasks.one(task.id), task);
    return queryClient.invalidateQueries({ queryKey: queryKeys.tasks.all });
  };
}
