import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connections',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./list/connections-page.tsx'), 'ConnectionsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connections/new',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./create/new-connection-page.tsx'), 'NewConnectionPage'),
});

const connectionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connections/$connectionId',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./page/connection-page.tsx'), 'ConnectionPage'),
});

export const connectionRoutes = [listRoute, newRoute, connectionRoute] as const;
