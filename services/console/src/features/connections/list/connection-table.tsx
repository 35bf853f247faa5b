import { Anchor, Group, Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../api/types.ts';
import { Time } from '../../../ui/time.tsx';
import { HealthBadge } from '../health-badge.tsx';
import { providerIcons, sends } from '../providers.ts';
import { connectionQuery } from '../queries.ts';

const SKELETON_ROWS = 3;

export function ConnectionTable({ connections }: { connections: readonly Connection[] }) {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
      <Head />
      <Table.Tbody>
        {connections.map((connection) => (
          <Row key={connection.id} connection={connection} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function ConnectionTableSkeleton() {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" aria-hidden>
      <Head />
      <Table.Tbody>
        {Array.from({ length: SKELETON_ROWS }, (_, row) => (
          <Table.Tr key={row}>
            <Table.Td>
              <Skeleton height={18} width="60%" my={2} />
              <Skeleton height={14} width="30%" mt={6} mb={2} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Head() {
  const { t } = useTranslation('connections');
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('list.name')}</Table.Th>
        <Table.Th>{t('list.health')}</Table.Th>
        <Table.Th visibleFrom="sm">{t('list.changed')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function Row({ connection: { id, name, provider, updated_at } }: { connection: Connection }) {
  const { t } = useTranslation('connections');
  const IconOfProvider = providerIcons[provider];
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <IconOfProvider size={20} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
          <div>
            <Anchor
              component={Link}
              to={`/connections/${id}`}
              fw={550}
              c="var(--mantine-color-text)"
              style={{ overflowWrap: 'anywhere' }}
            >
              {name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t(`providers.${provider}.name`)}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td>
        {sends(provider) ? <Health id={id} /> : <Text c="dimmed">{t('health.fetches')}</Text>}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Time iso={updated_at} relative />
      </Table.Td>
    </Table.Tr>
  );
}

/** Comes a moment after the list: each connection tells its own. */
function Health({ id }: { id: string }) {
  const { data } = useQuery(connectionQuery(id));
  if (data?.health === undefined) return <Skeleton height={20} width={90} />;
  return <HealthBadge health={data.health} />;
}
