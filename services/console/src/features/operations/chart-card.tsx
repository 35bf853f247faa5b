import { useId, useState } from 'react';
import { Button, Collapse, Stack } from '@mantine/core';
import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Surface } from '../../ui/surface.tsx';
import { PointTable } from './point-table.tsx';
import type { Series } from './series.ts';

interface ChartCardProps<P extends { at: string }> {
  title: string;
  hint: string;
  points: readonly P[];
  series: readonly Series<P>[];
  show: (value: number) => string;
}

const HEIGHT = 244;

/** A chart, and behind a button its figures as a table: the chart itself is for the eyes alone. */
export function ChartCard<P extends { at: string }>(props: ChartCardProps<P>) {
  const { title, hint, points, series, show } = props;
  const { t } = useTranslation('operations');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const data = points.map((point) => ({
    at: point.at,
    ...Object.fromEntries(series.map(({ label, of }) => [label, of(point)])),
  }));
  return (
    <Surface title={title} hint={hint}>
      <Stack gap="sm">
        <div aria-hidden inert>
          <LineChart
            h={HEIGHT}
            data={data}
            dataKey="at"
            series={series.map(({ label, color }) => ({ name: label, color }))}
            withDots={false}
            withTooltip={false}
            withLegend={series.length > 1}
            legendProps={{ verticalAlign: 'bottom' }}
            curveType="monotone"
            strokeWidth={1.8}
            valueFormatter={show}
            yAxisProps={{ width: 64, domain: [0, 'auto'], interval: 0 }}
            xAxisProps={{
              minTickGap: 40,
              interval: 'equidistantPreserveStart',
              tickFormatter: (at: string) => format.time(at, 'minute'),
            }}
            lineProps={{ isAnimationActive: false }}
          />
        </div>
        <Button
          size="xs"
          variant="transparent"
          px={0}
          w="fit-content"
          aria-expanded={opened}
          aria-controls={id}
          aria-label={t(opened ? 'table.hideOf' : 'table.showOf', { title })}
          onClick={() => setOpened(!opened)}
        >
          {t(opened ? 'table.hide' : 'table.show')}
        </Button>
        <Collapse id={id} expanded={opened}>
          {opened && <PointTable title={title} points={points} series={series} show={show} />}
        </Collapse>
      </Stack>
    </Surface>
  );
}
