import { Group, Loader, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { isProblem, mayPass } from '../../../api/problem.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Run } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { RunStatusBadge } from '../../../ui/run/run-status.tsx';
import { RunTimeline } from '../../../ui/run/run-timeline.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';
import { useTaskEvents } from '../use-task-events.ts';

const LOOK_AGAIN_MS = 3_000;
/** The recorder writes a run down a moment after it has begun. */
const TRIES_UNTIL_RECORDED = 20;

/** A run while it happens. */
export function LiveRun({ id }: { id: string }) {
  const { t } = useTranslation('tasks');
  const { data: run, error } = useLiveRun(id);
  return (
    <Surface title={t('test.timeline')}>
      {error !== null && <ProblemAlert error={error} />}
      {run === undefined && error === null && (
        <Group gap="xs" role="status" mih={120}>
          <Loader size="sm" type="dots" aria-hidden />
          <Text>{t('test.waiting')}</Text>
        </Group>
      )}
      {run !== undefined && <RunDetails run={run} />}
    </Surface>
  );
}

function useLiveRun(id: string) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.runs.one(id);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => answerOf(api.GET('/v1/runs/{id}', { params: { path: { id } }, signal })),
    retry: (count, error) =>
      (isProblem(error, 'not_found') && count < TRIES_UNTIL_RECORDED) || (mayPass(error) && count < 3),
    retryDelay: 500,
    refetchInterval: ({ state }) => (state.data?.finished_at == null ? LOOK_AGAIN_MS : false),
  });
  const readAgain = () => void queryClient.invalidateQueries({ queryKey });
  useTaskEvents(useTask().id, {
    onRun: (run) => {
      if (run.id === id) readAgain();
    },
    onGap: readAgain,
  });
  return query;
}

function RunDetails({ run }: { run: Run }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const took = run.finished_at === null ? null : Date.parse(run.finished_at) - Date.parse(run.received_at);
  return (
    <Stack>
      <Group gap="sm" role="status">
        <RunStatusBadge status={run.status} />
        <Text size="sm" c="dimmed">
          {[run.lead?.full_name, run.lead?.phone, run.lead?.email].filter(Boolean).join(' · ')}
        </Text>
      </Group>
      <RunTimeline run={run} />
      {took !== null && (
        <Text size="sm" c="dimmed">
          {t('test.again', { time: format.duration(took) })}
        </Text>
      )}
    </Stack>
  );
}
