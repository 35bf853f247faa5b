import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Replay } from '../../../api/types.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { Time } from '../../../ui/time.tsx';
import { LeftOut, leftOutOf } from './left-out.tsx';
import { isUnderWay, replaysQuery, useStopReplay } from './queries.ts';
import { useFilterWords } from './use-filter-words.ts';
import classes from './replays-panel.module.css';

const tones: Record<Replay['status'], Tone> = {
  dry_run: 'quiet',
  running: 'busy',
  stopped: 'waiting',
  done: 'good',
};

/** How long a replay that has ended stays in sight, for whoever waits for it. */
const IN_SIGHT_MS = 600_000;

/** Replays of many runs, as they go on: also those that somebody else started, and after a reload. */
export function ReplaysPanel() {
  const { t } = useTranslation('runs');
  const { data = [], error } = useQuery(replaysQuery);
  const isEarlier = ({ finished_at }: Replay) =>
    finished_at !== null && Date.parse(finished_at) < Date.now() - IN_SIGHT_MS;
  const earlier = data.filter(isEarlier);
  const present = data.filter((replay) => !isEarlier(replay));
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      {present.length > 0 && (
        <div className={classes['panel']}>
          <Surface title={t('bulk.panel')}>
            <ReplayList replays={present} />
          </Surface>
        </div>
      )}
      {earlier.length > 0 && (
        <details className={classes['panel']}>
          <Text component="summary" size="sm">
            {t('bulk.earlier')}
          </Text>
          <Surface>
            <ReplayList replays={earlier} />
          </Surface>
        </details>
      )}
    </>
  );
}

function ReplayList({ replays }: { replays: readonly Replay[] }) {
  return (
    <ul className={classes['list']}>
      {replays.map((replay) => (
        <li key={replay.id}>
          <ReplayItem replay={replay} />
        </li>
      ))}
    </ul>
  );
}

function ReplayItem({ replay }: { replay: Replay }) {
  const { t } = useTranslation('runs');
  const restrictions = useFilterWords(replay.filter);
  const { status, total, started, held, left_out, revision, created_at } = replay;
  const done = started + leftOutOf(left_out);
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <StatusBadge tone={tones[status]}>{t(`bulk.status.${status}`)}</StatusBadge>
          <Text fw={550} role="status">
            {t('bulk.done', { done, total })}
          </Text>
          <Text size="sm" c="dimmed" component="span">
            <Time iso={created_at} />
          </Text>
        </Group>
        {isUnderWay(replay) && <StopButton id={replay.id ?? ''} />}
      </Group>
      {isUnderWay(replay) && (
        <Progress
          value={total === 0 ? 100 : Math.min(100, (done / total) * 100)}
          aria-label={t('bulk.done', { done, total })}
        />
      )}
      <Text size="sm" c="dimmed">
        {[...restrictions, t(`bulk.revision.${revision}`)].join(' · ')}
      </Text>
      <Text size="sm">
        {t('bulk.started', { count: started })}
        {held > 0 && ` · ${t('bulk.held', { count: held })}`}
      </Text>
      <LeftOut counts={left_out} />
    </Stack>
  );
}

function StopButton({ id }: { id: string }) {
  const { t } = useTranslation('runs');
  const { mutate, isPending } = useStopReplay(id);
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerStop size={14} aria-hidden />}
      loading={isPending}
      onClick={() => mutate()}
    >
      {t('bulk.stop')}
    </Button>
  );
}
