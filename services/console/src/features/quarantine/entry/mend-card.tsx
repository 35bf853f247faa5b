import { useState } from 'react';
import { Button, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { QuarantineEntry, Task } from '../../../api/types.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { readingQuery, taskQuery } from '../queries.ts';
import { BodyForm } from './body-form.tsx';
import { LeadForm } from './lead-form.tsx';
import { MappingForm } from './mapping-form.tsx';
import { useMend } from './use-mend.ts';

type Way = 'lead' | 'mapping' | 'body';

/** Ways to put a request right: its values, where the task takes them from, or its body. */
export function MendCard({ entry }: { entry: QuarantineEntry }) {
  const { t } = useTranslation('quarantine');
  const task = useQuery({ ...taskQuery(entry.task_id), retry: false });
  if (task.error !== null) return <ProblemAlert error={task.error} />;
  return (
    <Surface title={t('mend.title')} hint={t('mend.hint')}>
      {task.data === undefined ? <Skeleton height={220} /> : <Mending entry={entry} task={task.data} />}
    </Surface>
  );
}

function Mending({ entry, task }: { entry: QuarantineEntry; task: Task }) {
  const { t } = useTranslation('quarantine');
  const reading = useQuery(readingQuery(entry, task));
  const isReadable = reading.data !== undefined && reading.data.fields.length > 0;
  const [chosen, setChosen] = useState<Way>();
  const mending = useMend(entry);
  // Its three ways do not fit beside each other on a phone.
  const isNarrow = useMediaQuery('(max-width: 36em)', false, { getInitialValueInEffect: false });
  if (reading.isPending) return <Skeleton height={220} />;
  const way = isReadable ? (chosen ?? 'lead') : 'body';
  const form = { mend: mending.mutate, isPending: mending.isPending };
  return (
    <Stack gap="md">
      {isReadable && (
        <SegmentedControl
          fullWidth
          orientation={isNarrow ? 'vertical' : 'horizontal'}
          aria-label={t('mend.title')}
          data={(['lead', 'mapping', 'body'] as const).map((value) => ({
            value,
            label: t(`mend.ways.${value}`),
          }))}
          value={way}
          onChange={(value) => setChosen(value)}
        />
      )}
      <Text size="sm" c="dimmed">
        {t(`mend.about.${way}`)}
      </Text>
      {mending.error !== null && <ProblemAlert error={mending.error} />}
      {way === 'lead' && reading.data !== undefined && <LeadForm reading={reading.data} {...form} />}
      {way === 'mapping' && reading.data !== undefined && (
        <MappingForm reading={reading.data} task={task} {...form} />
      )}
      {way === 'body' && <BodyForm entry={entry} {...form} />}
      <Button
        variant="subtle"
        disabled={mending.isPending}
        onClick={() => mending.mutate({ kind: 'as_it_came' })}
      >
        {t('mend.asItCame')}
      </Button>
    </Stack>
  );
}
