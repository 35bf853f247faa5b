import { useEffect, useRef } from 'react';
import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../features/session/queries.ts';
import { Brand } from './brand.tsx';
import { Nav } from './nav.tsx';
import { Notices } from './notices.tsx';
import { PreferencesMenu } from './preferences-menu.tsx';
import classes from './shell.module.css';

const NAVBAR = 'sm';

/** The frame: the parts of the console on the left, or behind a button on a narrow screen, the page beside them. */
export function Shell() {
  const { t } = useTranslation('app');
  const [opened, { toggle, close }] = useDisclosure(false);
  const main = useFocusOnNewPage();
  const { data: session } = useQuery(sessionQuery);
  // It ended: what was shown goes before the sign-in page comes.
  if (session === null) return null;
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 52, [NAVBAR]: 0 } }}
      navbar={{ width: 232, breakpoint: NAVBAR, collapsed: { mobile: !opened } }}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <a href="#content" className={classes['skip']}>
        {t('skip')}
      </a>
      <AppShell.Header hiddenFrom={NAVBAR} className={classes['header'] ?? ''}>
        <Group h="100%" px="sm" justify="space-between">
          <Brand />
          <Burger
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label={t('nav.open')}
            aria-expanded={opened}
          />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes['navbar'] ?? ''}>
        <AppShell.Section mb="lg">
          <Group justify="space-between">
            <Brand />
            <Burger opened onClick={close} size="sm" hiddenFrom={NAVBAR} aria-label={t('nav.close')} />
          </Group>
        </AppShell.Section>
        <AppShell.Section grow>
          <Nav onNavigate={close} />
        </AppShell.Section>
        <AppShell.Section>
          <PreferencesMenu />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main className={classes['main'] ?? ''} id="content" tabIndex={-1} ref={main}>
        <Notices />
        <div className={classes['page']}>
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** After a change of page the keyboard goes on from the new one, not from a link that may be gone. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
