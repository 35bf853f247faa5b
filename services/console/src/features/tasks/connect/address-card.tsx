import { Code, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';
import { RotateButton } from './rotate-button.tsx';

/** The address that the sender gets. */
export function AddressCard() {
  const { t } = useTranslation('tasks');
  const { webhook } = useTask();
  return (
    <Surface title={t('connect.address')} hint={t('connect.addressHint')}>
      <Stack gap="sm">
        <Group gap="xs">
          <Code
            block
            flex="1 1 16rem"
            fz="md"
            py={9}
            style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
          >
            {webhook.url}
          </Code>
          <CopyButton value={webhook.url} label={t('connect.address')} labelled />
          <RotateButton />
        </Group>
      </Stack>
    </Surface>
  );
}
