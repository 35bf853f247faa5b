import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runs',
  component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
});

export const runRoutes = [listRoute] as const;
