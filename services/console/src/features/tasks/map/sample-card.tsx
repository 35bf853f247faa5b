import { Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { useSourceName } from '../../../ui/use-source-name.ts';
import { useTask } from '../page/task-context.ts';
import { TriedWithSelect } from '../preview/tried-with-select.tsx';
import type { Preview } from '../preview/use-preview.ts';
import { useTriedWith } from '../preview/use-tried-with.ts';
import { FieldTree } from './field-tree.tsx';

/** The sample and its fields, to be mapped. */
export function SampleCard({ preview: { result, error } }: { preview: Preview }) {
  const { t } = useTranslation('tasks');
  const triedWith = useTriedWith();
  const sourceName = useSourceName();
  return (
    <Surface title={t('map.sample')} hint={t('map.sampleHint')}>
      <Stack>
        <TriedWithSelect />
        {error !== null && <ProblemAlert error={error} />}
        {result === undefined && error === null && <Skeleton height={200} />}
        {triedWith?.kind !== 'sample' && triedWith !== undefined && <NoSample />}
        {triedWith?.kind === 'sample' && result !== undefined && (
          <>
            <Text size="sm" c="dimmed">
              {t('map.readAs', { name: sourceName(result.source) })}
            </Text>
            <FieldTree fields={result.fields} />
            {result.notes.map((note) => (
              <Text key={note} size="sm" c="dimmed">
                {note}
              </Text>
            ))}
          </>
        )}
      </Stack>
    </Surface>
  );
}

/** Teaches how a sample comes here. */
function NoSample() {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  return (
    <Text c="dimmed">
      {t('map.noSample')}{' '}
      <TextLink to="/tasks/$taskId/connect" params={{ taskId: id }} underline="always">
        {t('map.toListen')}
      </TextLink>
    </Text>
  );
}
