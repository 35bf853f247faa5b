import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connections',
  component: lazyRouteComponent(() => import('./list/connections-page.tsx'), 'ConnectionsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connections/new',
  component: lazyRouteComponent(() => import('./create/new-connection-page.tsx'), 'NewConnectionPage'),
});

const connectionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/connections/$connectionId',
  component: lazyRouteComponent(() => import('./page/connection-page.tsx'), 'ConnectionPage'),
});

export const connectionRoutes = [listRoute, newRoute, connectionRoute] as const;
