import { Alert, Button, Stack } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { Connection } from '../../../api/types.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Surface } from '../../../ui/surface.tsx';

/** Tries a connection by a call that sends nobody anything, and shows what was seen. */
export function TestSection({ connection: { id } }: { connection: Connection }) {
  const { t } = useTranslation('connections');
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/connections/{id}/test', { params: { path: { id } } })),
  });
  return (
    <Surface title={t('test.title')} hint={t('test.hint')}>
      <Stack align="flex-start" gap={0}>
        <Button
          variant="default"
          loading={isPending}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => mutate()}
        >
          {t('test.run')}
        </Button>
        <div aria-live="polite">
          {data !== undefined && !isPending && (
            <Alert
              mt="md"
              color={data.ok ? 'petrol' : 'red'}
              icon={data.ok ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
              title={t(data.ok ? 'test.works' : 'test.fails')}
            >
              {data.detail}
            </Alert>
          )}
        </div>
        {error !== null && <ProblemAlert error={error} />}
      </Stack>
    </Surface>
  );
}
