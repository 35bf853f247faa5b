import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/suppressions',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./suppressions-page.tsx'), 'SuppressionsPage'),
});

export const suppressionRoutes = [listRoute] as const;
