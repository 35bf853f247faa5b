import { lazy, Suspense } from 'react';
import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';
import { SenderSelect } from './sender-select.tsx';

const Guide = lazy(async () => ({ default: (await import('./guide.tsx')).Guide }));

/** Which sender it is, and how that is set up, with the task's own address in the text. */
export function GuideCard() {
  const { t } = useTranslation('tasks');
  const { source, webhook } = useTask();
  return (
    <Surface title={t('guide.title')} hint={t('guide.hint')}>
      <Stack gap="lg">
        <SenderSelect />
        <Suspense fallback={<Skeleton height={320} />}>
          <Guide source={source} address={webhook.url} />
        </Suspense>
      </Stack>
    </Surface>
  );
}
