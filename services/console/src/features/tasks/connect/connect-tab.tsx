import { Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';

const lead = { full_name: 'Giulia Bianchi', phone: '+39 347 7654321', email: 'giulia.bianchi@example.com' };

/** The task's address, and a way to try it. */
export function ConnectTab() {
  const { t } = useTranslation('tasks');
  const { webhook } = useTask();
  const curl = `curl -X POST '${webhook.url}' -H 'content-type: application/json' \\\n  -d '${JSON.stringify(lead)}'`;
  return (
    <Stack>
      <Surface title={t('connect.address')} hint={t('connect.addressHint')}>
        <Group wrap="nowrap" align="center">
          <Code block flex={1} style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
            {webhook.url}
          </Code>
          <CopyButton value={webhook.url} label={t('connect.address')} labelled />
        </Group>
      </Surface>
      <Surface title={t('connect.try')}>
        <Group wrap="nowrap" align="flex-start">
          <Code block flex={1} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {curl}
          </Code>
          <CopyButton value={curl} label={t('connect.copyCurl')} />
        </Group>
        <Text size="sm" c="dimmed" mt="xs">
          {t('connect.tryHint')}
        </Text>
      </Surface>
    </Stack>
  );
}
