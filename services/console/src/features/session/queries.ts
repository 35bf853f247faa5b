import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { Session } from '../../api/types.ts';

const FRESH_MS = 60_000;

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  staleTime: FRESH_MS,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await answerOf(api.GET('/v1/session', { signal }));
    } catch (error) {
      if (isProblem(error, 'unauthorized')) return null;
      throw error;
    }
  },
});

/** Signs in with the key, or with the token of a link that works once. The cookie comes with the answer. */
export function signIn(proof: { key: string } | { link_token: string }): Promise<Session> {
  return answerOf(api.POST('/v1/session', { body: proof }));
}

export const signOut = (): Promise<unknown> => answerOf(api.DELETE('/v1/session'));
