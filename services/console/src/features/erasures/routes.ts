import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';

const eraseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/erasures',
  beforeLoad: fetchFurtherWords,
  validateSearch: ({ run }: Record<string, unknown>): { run?: string } =>
    typeof run === 'string' ? { run } : {},
  component: lazyRouteComponent(() => import('./erase-page.tsx'), 'ErasePage'),
});

const reportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/erasures/$erasureId',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./report-page.tsx'), 'ReportPage'),
});

export const erasureRoutes = [eraseRoute, reportRoute] as const;
