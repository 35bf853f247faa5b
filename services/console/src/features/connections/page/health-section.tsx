import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Connection } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';

interface HealthSectionProps {
  id: string;
  health: NonNullable<Connection['health']>;
}

/** What is wrong with a connection that does not work, and the way to try it at once. */
export function HealthSection({ id, health }: HealthSectionProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { mutate, isPending } = useReset(id);
  const { since, failures, last_error_code, next_probe_at } = health;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('down.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('down.text')}</Text>
        <Text size="sm">
          {t('down.failures', { count: failures })}
          {since !== null && ` · ${t('down.since', { time: format.dateTime(since) })}`}
          {last_error_code !== null && ` · ${t('down.error', { code: last_error_code })}`}
          {next_probe_at !== null && ` · ${t('down.probe', { time: format.relative(next_probe_at) })}`}
        </Text>
        <Button size="xs" variant="default" loading={isPending} onClick={() => mutate()}>
          {t('down.reset')}
        </Button>
      </Stack>
    </Alert>
  );
}

function useReset(id: string) {
  const { t } = useTranslation('connections');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/v1/connections/{id}/reset', { params: { path: { id } } })),
    onSuccess: (connection) => {
      queryClient.setQueryData(queryKeys.connections.one(id), connection);
      notifyDone(t('down.done'));
    },
    onError: useNotifyProblem(),
  });
}
