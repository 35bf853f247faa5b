import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';
import { readFilter } from './list/run-filter.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runs',
  beforeLoad: fetchFurtherWords,
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./list/runs-page.tsx'), 'RunsPage'),
});

const runRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/runs/$runId',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./page/run-page.tsx'), 'RunPage'),
});

export const runRoutes = [listRoute, runRoute] as const;
