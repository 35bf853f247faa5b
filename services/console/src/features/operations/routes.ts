import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operations',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./operations-page.tsx'), 'OperationsPage'),
});

export const operationsRoutes = [listRoute] as const;
