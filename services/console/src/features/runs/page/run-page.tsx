import { useEffect } from 'react';
import { Alert, Anchor, Badge, Grid, Group, Skeleton, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTaskName } from '../../../api/task-names.ts';
import type { Run } from '../../../api/types.ts';
import { watchRuns } from '../../../api/watch-runs.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { isMissing, Missing } from '../../../ui/missing.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { Time } from '../../../ui/time.tsx';
import { usePendingUndo } from '../../../ui/undo.tsx';
import { personOf } from '../person-of.ts';
import { runQuery } from '../queries.ts';
import { RunStatusBadge } from '../../../ui/run/run-status.tsx';
import { LeadCard } from './lead-card.tsx';
import { RunActions } from './run-actions.tsx';
import { RunTimeline } from '../../../ui/run/run-timeline.tsx';
import { UnknownOutcome } from './unknown-outcome.tsx';
import { cancelKey } from './use-run-actions.ts';

const route = getRouteApi('/signed-in/runs/$runId');

/** What became of one lead, as it happens. */
export function RunPage() {
  const { t } = useTranslation('runs');
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  useWatchedRun(runId, query.data?.task_id);
  if (isMissing(query)) return <Missing what="run" />;
  return (
    <Loaded query={query} skeleton={<RunSkeleton />}>
      {(run) => (
        <>
          <RunHeader run={run} />
          <Replays run={run} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Surface title={t('timeline.title')}>
                <RunTimeline run={run} afterStep={(step) => <UnknownOutcome run={run} step={step} />} />
              </Surface>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <LeadCard run={run} />
            </Grid.Col>
          </Grid>
        </>
      )}
    </Loaded>
  );
}

/** Reads the run again when it has changed, or when that may have been missed. */
function useWatchedRun(id: string, taskId: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (taskId === undefined) return undefined;
    const read = () => void queryClient.invalidateQueries({ queryKey: runQuery(id).queryKey });
    return watchRuns(taskId, {
      onGap: read,
      onRun: (changed) => {
        if (changed.id === id) read();
      },
    });
  }, [queryClient, id, taskId]);
}

function RunHeader({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const isLeaving = usePendingUndo().has(cancelKey(run.id));
  const task = useTaskName(run.task_id);
  return (
    <PageHeader
      back={<BackLink to="/runs">{t('title')}</BackLink>}
      title={personOf(run.lead) ?? t('list.nobody')}
      badge={
        <>
          <RunStatusBadge status={isLeaving ? 'cancelled' : run.status} />
          {run.test && (
            <Badge variant="default" tt="none">
              {t('test')}
            </Badge>
          )}
        </>
      }
      subtitle={
        <>
          {task === null ? (
            t('list.taskGone')
          ) : (
            <Anchor component={Link} to={`/tasks/${run.task_id}`} underline="always">
              {task}
            </Anchor>
          )}{' '}
          · {t('page.revision', { revision: run.task_revision })} · <Time iso={run.received_at} />
        </>
      }
      actions={<RunActions run={run} isLeaving={isLeaving} />}
    />
  );
}

/** Ways to the run that this one repeats, and to the one that repeats it. */
function Replays({ run: { replay_of, replayed_as } }: { run: Run }) {
  const { t } = useTranslation('runs');
  if (replay_of === null && replayed_as === null) return null;
  return (
    <Alert color="gray" mb="md">
      <Group gap="md">
        {replay_of !== null && (
          <Anchor component={Link} to={`/runs/${replay_of}`} underline="always" size="sm">
            {t('page.replayOf')}
          </Anchor>
        )}
        {replayed_as !== null && (
          <Anchor component={Link} to={`/runs/${replayed_as}`} underline="always" size="sm">
            {t('page.replayedAs')}
          </Anchor>
        )}
      </Group>
    </Alert>
  );
}

function RunSkeleton() {
  return (
    <Stack gap="sm">
      <Skeleton height={16} width={60} />
      <Skeleton height={28} width={240} />
      <Skeleton height={18} width={300} mb="xs" />
      <Surface>
        <Skeleton height={320} />
      </Surface>
    </Stack>
  );
}
