// First, so that the styles of single parts come after Mantine's and win over them.
import '../theme/styles.ts';
import { StrictMode, type ReactElement } from 'react';
import { notifications } from '@mantine/notifications';
import { onUnauthorized } from '../api/client.ts';
import { createQueryClient, forgetAll } from '../api/query-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Providers } from './providers.tsx';
import { createAppRouter } from './router.ts';

/** The whole console. When a call finds that the session has ended, everything known is dropped. */
export function createConsole(): ReactElement {
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient);
  onUnauthorized(() => {
    const { href, pathname } = router.state.location;
    // Who has no session that could end: before it is known, and while signing in.
    if (!queryClient.getQueryData(queryKeys.session) || pathname === '/sign-in') return;
    forgetAll(queryClient);
    notifications.clean();
    void router.navigate({ to: '/sign-in', search: { return: href, reason: 'expired' } });
  });
  // The session and the first page are asked for while the words are on their way.
  void router.load();
  return (
    <StrictMode>
      <Providers queryClient={queryClient} router={router} />
    </StrictMode>
  );
}
