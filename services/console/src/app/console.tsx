import { StrictMode, type ReactElement } from 'react';
import { createQueryClient } from '../api/query-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { sessionQuery } from '../features/session/queries.ts';
import { Providers } from './providers.tsx';
import { createAppRouter } from './router.ts';

/** The whole console. When a call finds that the session has ended, everything known is dropped. */
export function createConsole(): ReactElement {
  const queryClient = createQueryClient(() => {
    if (queryClient.getQueryData(queryKeys.session) === null) return;
    const { href } = router.state.location;
    queryClient.clear();
    queryClient.setQueryData(queryKeys.session, null);
    void router.navigate({ to: '/sign-in', search: { return: href, reason: 'expired' } });
  });
  const router = createAppRouter(queryClient);
  // Asked for while the words are on their way; signing in makes a session of its own.
  if (window.location.pathname !== '/sign-in') void queryClient.prefetchQuery(sessionQuery);
  return (
    <StrictMode>
      <Providers queryClient={queryClient} router={router} />
    </StrictMode>
  );
}
