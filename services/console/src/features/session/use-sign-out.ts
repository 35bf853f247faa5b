import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { forgetAll } from '../../api/query-client.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { signOut } from './queries.ts';

/** Ends the session and forgets everything that was shown. */
export function useSignOut(): () => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notifyProblem = useNotifyProblem();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      forgetAll(queryClient);
      await navigate({ to: '/sign-in', search: { reason: 'signed-out' } });
    },
    onError: notifyProblem,
  });
  return () => mutate();
}
