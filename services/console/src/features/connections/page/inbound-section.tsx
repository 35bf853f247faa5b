import { Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../api/types.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Surface } from '../../../ui/surface.tsx';

/** Where the provider tells of receipts and replies, to be entered there. */
export function InboundSection({ inbound }: { inbound: NonNullable<Connection['inbound']> }) {
  const { t } = useTranslation('connections');
  return (
    <Surface title={t('inbound.title')} hint={t('inbound.hint')}>
      <Stack>
        <Copied label={t('inbound.url')} value={inbound.url} />
        {inbound.verify_token !== undefined && (
          <Copied label={t('inbound.token')} value={inbound.verify_token} />
        )}
      </Stack>
    </Surface>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('connections');
  return (
    <div>
      <Text fw={500}>{label}</Text>
      <Group gap="xs" wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
        <CopyButton value={value} label={t('inbound.copy', { label })} />
      </Group>
    </div>
  );
}
