import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';
import { readFilter } from './list/entry-filter.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/quarantine',
  beforeLoad: fetchFurtherWords,
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./list/quarantine-page.tsx'), 'QuarantinePage'),
});

const entryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/quarantine/$entryId',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./entry/entry-page.tsx'), 'EntryPage'),
});

export const quarantineRoutes = [listRoute, entryRoute] as const;
