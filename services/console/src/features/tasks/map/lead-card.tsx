import { Alert, List, Stack } from '@mantine/core';
import { IconFilterOff, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Surface } from '../../../ui/surface.tsx';
import type { Preview } from '../preview/use-preview.ts';
import { ExtraFields } from './extra-fields.tsx';
import { LeadFieldRow } from './lead-field-row.tsx';
import { leadFields } from './mapping.ts';

/** The lead that comes of it, field by field, at once. */
export function LeadCard({ preview }: { preview: Preview }) {
  const { t } = useTranslation('tasks');
  const { result } = preview;
  const others = (result?.errors ?? []).filter(({ field }) => !leadFields.some((one) => one === field));
  return (
    <Surface title={t('map.lead')} hint={t('map.leadHint')}>
      <Stack gap="sm">
        {leadFields.map((field) => (
          <LeadFieldRow key={field} field={field} preview={preview} />
        ))}
        <ExtraFields preview={preview} />
        {others.length > 0 && (
          <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={t('map.noLead')}>
            <List size="sm">
              {others.map(({ field, message }) => (
                <List.Item key={`${field} ${message}`}>
                  {field} {message}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
        {result?.filter === false && (
          <Alert color="yellow" icon={<IconFilterOff aria-hidden />}>
            {t('map.filteredOut')}
          </Alert>
        )}
      </Stack>
    </Surface>
  );
}
