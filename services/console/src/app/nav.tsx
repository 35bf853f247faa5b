import { NavLink, Stack } from '@mantine/core';
import {
  IconActivity,
  IconBan,
  IconBolt,
  IconPlugConnected,
  IconShieldExclamation,
  IconTimeline,
  type Icon,
} from '@tabler/icons-react';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';

const pages = [
  { to: '/tasks', name: 'tasks', icon: IconBolt },
  { to: '/runs', name: 'runs', icon: IconTimeline },
  { to: '/quarantine', name: 'quarantine', icon: IconShieldExclamation },
  { to: '/operations', name: 'operations', icon: IconActivity },
  { to: '/connections', name: 'connections', icon: IconPlugConnected },
  { to: '/suppressions', name: 'suppressions', icon: IconBan },
] as const satisfies readonly { to: string; name: string; icon: Icon }[];

/** Pages that are reached from another part and stand under an address of their own. */
const below = (to: (typeof pages)[number]['to']) => (to === '/suppressions' ? (['/erasures'] as const) : []);

/** The way to every part of the console. */
export function Nav({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation('app');
  const matchRoute = useMatchRoute();
  return (
    <Stack component="nav" aria-label={t('nav.label')} gap={2}>
      {pages.map(({ to, name, icon: IconOfPage }) => {
        const active = [to, ...below(to)].some((path) => matchRoute({ to: path, fuzzy: true }) !== false);
        return (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(`nav.${name}`)}
            leftSection={<IconOfPage size={18} stroke={1.7} aria-hidden />}
            active={active}
            aria-current={active ? 'page' : undefined}
            className={classes['link'] ?? ''}
            onClick={onNavigate}
          />
        );
      })}
    </Stack>
  );
}
