import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/suppressions',
  component: lazyRouteComponent(() => import('./suppressions-page.tsx'), 'SuppressionsPage'),
});

export const suppressionRoutes = [listRoute] as const;
