import { Alert, Button, Stack } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';

/** Sends a made-up lead through the task. */
export function TestTab() {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/tasks/{id}/test', { params: { path: { id } } })),
  });
  return (
    <Surface title={t('test.title')} hint={t('test.hint')}>
      <Stack align="flex-start">
        <Button leftSection={<IconSend size={16} aria-hidden />} loading={isPending} onClick={() => mutate()}>
          {t('test.run')}
        </Button>
        {error !== null && <ProblemAlert error={error} />}
        {isSuccess && (
          <Alert role="status">
            {t('test.runs')} <Link to="/runs">{t('test.see')}</Link>
          </Alert>
        )}
      </Stack>
    </Surface>
  );
}
