import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way back to the list of connections. */
export function BackLink() {
  const { t } = useTranslation('connections');
  return (
    <Anchor component={Link} to="/connections" size="sm" c="dimmed" w="fit-content">
      <Group gap={4}>
        <IconArrowLeft size={14} aria-hidden />
        {t('title')}
      </Group>
    </Anchor>
  );
}
