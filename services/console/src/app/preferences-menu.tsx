import { Menu, NavLink, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconAdjustments, IconBook, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../features/session/use-sign-out.ts';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './shell.module.css';

/** Language, colours, the API's reference, and the way out. */
export function PreferencesMenu() {
  const { t } = useTranslation('app');
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={264} closeOnItemClick trapFocus>
      <Menu.Target>
        <NavLink
          component="button"
          label={t('preferences.label')}
          leftSection={<IconAdjustments size={18} stroke={1.7} aria-hidden />}
          className={classes['link'] ?? ''}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap="xs" p="xs">
          <LanguageSwitch />
          <ColorSwitch />
        </Stack>
        <Menu.Divider />
        <Menu.Item
          component="a"
          href="/docs/"
          target="_blank"
          rel="noreferrer"
          leftSection={<IconBook size={16} aria-hidden />}
        >
          {t('nav.reference')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut()}>
          {t('preferences.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = ['auto', 'light', 'dark'] as const;

function ColorSwitch() {
  const { t } = useTranslation('app');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} id="colors-label">
        {t('preferences.colors')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="colors-label"
        value={colorScheme}
        onChange={(chosen) => setColorScheme(schemes.find((scheme) => scheme === chosen) ?? 'auto')}
        data={schemes.map((value) => ({ value, label: t(`preferences.${value}`) }))}
      />
    </div>
  );
}
