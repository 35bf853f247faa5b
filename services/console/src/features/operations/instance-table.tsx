import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Operations } from '../../api/types.ts';
import { Surface } from '../../ui/surface.tsx';
import { Time } from '../../ui/time.tsx';

/** The processes that told of themselves lately. */
export function InstanceTable({ instances }: Pick<Operations, 'instances'>) {
  const { t } = useTranslation('operations');
  return (
    <Surface title={t('instances.title')} hint={t('instances.hint')}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('instances.service')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('instances.version')}</Table.Th>
            <Table.Th>{t('instances.seen')}</Table.Th>
            <Table.Th visibleFrom="sm">{t('instances.started')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {instances.map(({ id, service, version, seen_at, started_at, spool }) => (
            <Table.Tr key={id}>
              <Table.Td>
                {t(`services.${service}`)}
                <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {id}
                </Text>
                {(spool?.problem ?? null) !== null && (
                  <Text size="sm" c="var(--mantine-color-error)">
                    {t('instances.spoolProblem', { problem: spool?.problem })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td visibleFrom="sm">{version}</Table.Td>
              <Table.Td>
                <Time iso={seen_at} relative />
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <Time iso={started_at} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Surface>
  );
}
