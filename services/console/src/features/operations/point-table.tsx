import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { Series } from './series.ts';

interface PointTableProps<P extends { at: string }> {
  title: string;
  points: readonly P[];
  series: readonly Series<P>[];
  show: (value: number) => string;
}

/** The figures of a chart, the newest first. */
export function PointTable<P extends { at: string }>({ title, points, series, show }: PointTableProps<P>) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <Table.ScrollContainer
      minWidth={200}
      maxHeight={280}
      type="native"
      // A part that scrolls is reached by the keyboard.
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('table.time')}</Table.Th>
            {series.map(({ label }) => (
              <Table.Th key={label} ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.toReversed().map((point) => (
            <Table.Tr key={point.at}>
              <Table.Td>{format.time(point.at)}</Table.Td>
              {series.map(({ label, of }) => {
                const value = of(point);
                return (
                  <Table.Td key={label} ta="right">
                    {value === null ? '–' : show(value)}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
