import { memo } from 'react';
import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTaskName } from '../../../api/task-names.ts';
import type { RunSummary } from '../../../api/types.ts';
import { Time } from '../../../ui/time.tsx';
import { personOf } from '../person-of.ts';
import { RunStatusBadge } from '../../../ui/run/run-status.tsx';
import { useReasonWords } from '../../../ui/run/use-reason-words.ts';
import classes from './run-list.module.css';

/** A run in the list; the whole row leads to it. */
export const RunRow = memo(function RunRow({ run }: { run: RunSummary }) {
  const { t } = useTranslation('runs');
  const words = useReasonWords();
  const task = useTaskName(run.task_id);
  const { lead, reason } = run;
  return (
    <Link to="/runs/$runId" params={{ runId: run.id }} className={classes['row'] ?? ''}>
      <div className={classes['who']}>
        <Text fw={550} truncate component="span">
          {personOf(lead) ?? t('list.nobody')}
        </Text>
        <Text size="sm" c="dimmed" truncate component="span">
          {[lead?.phone, lead?.email].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap={6} wrap="nowrap" className={classes['task'] ?? ''}>
        <Text size="sm" truncate component="span">
          {task === null ? t('list.taskGone') : task}
        </Text>
        {run.test && (
          <Badge size="xs" variant="default" tt="none" miw="max-content">
            {t('test')}
          </Badge>
        )}
      </Group>
      <div className={classes['state']}>
        <RunStatusBadge status={run.status} />
        {reason !== null && (
          <Text size="xs" c="dimmed" truncate component="span" className={classes['reason'] ?? ''}>
            {words(reason)}
          </Text>
        )}
      </div>
      <Text size="sm" c="dimmed" component="span" className={classes['time'] ?? ''}>
        <Time iso={run.received_at} relative />
      </Text>
    </Link>
  );
});
