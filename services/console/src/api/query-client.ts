import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, mayPass } from './problem.ts';

const FRESH_MS = 10_000;
const TRIES = 2;

/** Keeps what the API answered. `signedOut` is called when any call finds that the session has ended. */
export function createQueryClient(signedOut: () => void): QueryClient {
  const notice = (error: unknown) => {
    if (isProblem(error, 'unauthorized')) signedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
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
}
