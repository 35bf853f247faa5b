import { createRoute, redirect } from '@tanstack/react-router';
import { connectionRoutes } from '../features/connections/routes.ts';
import { erasureRoutes } from '../features/erasures/routes.ts';
import { operationsRoutes } from '../features/operations/routes.ts';
import { quarantineRoutes } from '../features/quarantine/routes.ts';
import { runRoutes } from '../features/runs/routes.ts';
import { signInRoute } from '../features/session/routes.ts';
import { suppressionRoutes } from '../features/suppressions/routes.ts';
import { taskRoutes } from '../features/tasks/routes.ts';
import { rootRoute, signedInRoute } from './root-route.ts';

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tasks', replace: true });
  },
});

/** Every page. task-registry serves the console at the first parts of these addresses (`serve-console.ts`). */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    homeRoute,
    ...taskRoutes,
    ...runRoutes,
    ...quarantineRoutes,
    ...operationsRoutes,
    ...connectionRoutes,
    ...suppressionRoutes,
    ...erasureRoutes,
  ]),
]);
