import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { readFilter } from './list/run-filter.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runs',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./list/runs-page.tsx'), 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('./page/run-page.tsx'), 'RunPage'),
});

export const runRoutes = [listRoute, runRoute] as const;
