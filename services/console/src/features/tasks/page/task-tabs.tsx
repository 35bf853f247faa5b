import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './task-tabs.module.css';

const tabs = [
  { to: '/tasks/$taskId/connect', name: 'connect' },
  { to: '/tasks/$taskId/map', name: 'map' },
  { to: '/tasks/$taskId/message', name: 'message' },
  { to: '/tasks/$taskId/test', name: 'test' },
  { to: '/tasks/$taskId/history', name: 'history' },
] as const;

/** Links, not tabs in the sense of ARIA: each is an address of its own. */
export function TaskTabs({ taskId }: { taskId: string }) {
  const { t } = useTranslation('tasks');
  return (
    <nav aria-label={t('page.tabs.label')} className={classes['tabs']}>
      {tabs.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          params={{ taskId }}
          className={classes['tab']}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`page.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
