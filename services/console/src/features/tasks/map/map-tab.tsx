import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';

/** How a request becomes a lead. */
export function MapTab() {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const { lead } = useTask();
  return (
    <Surface title={t('map.title')} hint={t('map.automatic')}>
      <Stack gap="xs">
        <Text>
          <b>{t('map.required')}:</b>{' '}
          {lead.required.map((field) => t(`fields.${field}`)).join(', ') || t('map.none')}
        </Text>
        <Text>
          <b>{t('create.country')}:</b> {format.country(lead.default_country)}
        </Text>
      </Stack>
    </Surface>
  );
}
