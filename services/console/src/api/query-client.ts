import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './problem.ts';
import { queryKeys } from './query-keys.ts';

const FRESH_MS = 10_000;
const TRIES = 2;

/** Keeps what the API answered. */
export function createQueryClient(): QueryClient {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (count, error) => count < TRIES && mayPass(error),
        // Calls go out although the browser thinks it is offline: the server may be this very machine.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  // Who is signed in is known as long as the tab lives: a session that was forgotten could not be seen to end.
  queryClient.setQueryDefaults(queryKeys.session, { gcTime: Infinity });
  return queryClient;
}

/** Drops all that the API answered: nobody is signed in. */
export function forgetAll(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
  queryClient.getMutationCache().clear();
  // Told to who watches it: the frame takes the page away.
  queryClient.setQueryData(queryKeys.session, null);
}
