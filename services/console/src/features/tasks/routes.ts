import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route.ts';
import { fetchFurtherWords } from '../../i18n/i18n.ts';
import { TasksPage } from './list/tasks-page.tsx';
import { taskListQuery, taskStatsQuery } from './queries.ts';

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks',
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchInfiniteQuery(taskListQuery);
    void queryClient.prefetchQuery(taskStatsQuery);
  },
  // Comes with the frame: most people begin here.
  component: TasksPage,
});

const newRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks/new',
  component: lazyRouteComponent(() => import('./create/new-task-page.tsx'), 'NewTaskPage'),
});

const taskRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks/$taskId',
  beforeLoad: fetchFurtherWords,
  component: lazyRouteComponent(() => import('./page/task-page.tsx'), 'TaskPage'),
});

const taskHomeRoute = createRoute({
  getParentRoute: () => taskRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/tasks/$taskId/connect', params, replace: true });
  },
});

const connectRoute = createRoute({
  getParentRoute: () => taskRoute,
  path: 'connect',
  component: lazyRouteComponent(() => import('./connect/connect-tab.tsx'), 'ConnectTab'),
});

const mapRoute = createRoute({
  getParentRoute: () => taskRoute,
  path: 'map',
  validateSearch: ({ sample }): { sample?: string } => (typeof sample === 'string' ? { sample } : {}),
  component: lazyRouteComponent(() => import('./map/map-tab.tsx'), 'MapTab'),
});

const messageRoute = createRoute({
  getParentRoute: () => taskRoute,
  path: 'message',
  component: lazyRouteComponent(() => import('./message/message-tab.tsx'), 'MessageTab'),
});

const testRoute = createRoute({
  getParentRoute: () => taskRoute,
  path: 'test',
  component: lazyRouteComponent(() => import('./test/test-tab.tsx'), 'TestTab'),
});

const historyRoute = createRoute({
  getParentRoute: () => taskRoute,
  path: 'history',
  component: lazyRouteComponent(() => import('./history/history-tab.tsx'), 'HistoryTab'),
});

export const taskRoutes = [
  listRoute,
  newRoute,
  taskRoute.addChildren([taskHomeRoute, connectRoute, mapRoute, messageRoute, testRoute, historyRoute]),
] as const;
