import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';
import { curlFor } from './curl.ts';

/** A command that sends a lead. */
export function TryCard() {
  const { t } = useTranslation('tasks');
  const { webhook, auth } = useTask();
  const curl = curlFor(webhook.url, auth);
  return (
    <Surface title={t('connect.try')}>
      <Group wrap="nowrap" align="flex-start" gap="xs">
        <Code block flex={1} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {curl}
        </Code>
        <CopyButton value={curl} label={t('connect.copyCurl')} />
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {auth.type === 'hmac' ? t('connect.trySigned') : t('connect.tryHint')}
      </Text>
    </Surface>
  );
}
