import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryKeys } from '../../api/query-keys.ts';
import { isProblem } from '../../api/problem.ts';
import { rootRoute } from '../../app/root-route.ts';
import { fetchSessionWords } from '../../i18n/i18n.ts';
import { signIn } from './queries.ts';
import { readSignInSearch } from './sign-in-search.ts';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  /** A link with a token signs in by itself; what is shown then no longer has the token in its address. */
  beforeLoad: async ({ search: { token }, context: { queryClient } }) => {
    if (token === undefined) return;
    try {
      queryClient.setQueryData(queryKeys.session, await signIn({ link_token: token }));
    } catch (error) {
      const reason = isProblem(error, 'unauthorized') ? 'link' : undefined;
      if (reason === undefined) throw error;
      throw redirect({ to: '/sign-in', search: { reason }, replace: true });
    }
    throw redirect({ to: '/tasks', replace: true });
  },
  component: lazyRouteComponent(async () => {
    await fetchSessionWords();
    return import('./sign-in-page.tsx');
  }, 'SignInPage'),
});
