import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { samplesQuery } from '../queries.ts';

/** Lets a task listen for samples, or stop. */
export function useListening(taskId: string) {
  const queryClient = useQueryClient();
  const onError = useNotifyProblem();
  const path = { params: { path: { id: taskId } } };
  const setEnd = (listens_until: string | null) =>
    queryClient.setQueryData(samplesQuery(taskId).queryKey, (known) =>
      known === undefined ? known : { ...known, listens_until },
    );
  const starting = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/tasks/{id}/samples/listen', path)),
    onSuccess: ({ listens_until }) => setEnd(listens_until),
    onError,
  });
  const stopping = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/tasks/{id}/samples/listen', path)),
    onSuccess: () => setEnd(null),
    onError,
  });
  return {
    isPending: starting.isPending || stopping.isPending,
    listen: () => starting.mutate(),
    stop: () => stopping.mutate(),
  };
}
