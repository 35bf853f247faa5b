import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../features/session/queries.ts';
import { fetchFurtherWords } from '../i18n/i18n.ts';
import { CrashPage } from './crash-page.tsx';
import { Shell } from './shell.tsx';

/** With its words, which the first page does without. */
const MissingPage = lazyRouteComponent(async () => {
  await fetchFurtherWords();
  return import('../ui/missing.tsx');
}, 'MissingPage');

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: CrashPage,
  notFoundComponent: MissingPage,
});

/** The frame of every page that wants a session: without one it leads to the sign-in page and back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: Shell,
  errorComponent: CrashPage,
  notFoundComponent: MissingPage,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in', search: { return: location.href } });
  },
});
