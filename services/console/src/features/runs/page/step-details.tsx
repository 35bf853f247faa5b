import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Run, RunStep } from '../../../api/types.ts';
import { usePendingUndo } from '../../../ui/undo.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import { AttemptItem } from './attempt-item.tsx';
import { RenderedMessage } from './rendered-message.tsx';
import { resolveKey, useRunActions } from './use-run-actions.ts';
import classes from './run-timeline.module.css';

/** When a step goes and why not yet, what it sends, and each attempt to. */
export function StepDetails({ run, step }: { run: Run; step: RunStep }) {
  const words = useReasonWords();
  return (
    <Stack gap="sm">
      <DueTime step={step} />
      {step.reason !== null && <Text size="sm">{words(step.reason)}</Text>}
      <RenderedMessage runId={run.id} step={step} />
      {step.attempts.length > 0 && (
        <ol className={classes['attempts']}>
          {step.attempts.map((attempt) => (
            <AttemptItem key={attempt.n} attempt={attempt} />
          ))}
        </ol>
      )}
      <UnknownOutcome run={run} step={step} />
    </Stack>
  );
}

function DueTime({ step: { due_at, status, retry } }: { step: RunStep }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const isAhead = status === 'waiting' || status === 'queued';
  if (due_at === null || !isAhead) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('step.due', { time: format.dateTime(due_at), relative: format.relative(due_at) })}
      {retry !== null && ` · ${t('step.attemptsLeft', { count: retry.attempts_left })}`}
    </Text>
  );
}

/** Asks what became of a message of which nobody has told: only a person can find out, at the provider or by asking. */
function UnknownOutcome({ run, step }: { run: Run; step: RunStep }) {
  const { t } = useTranslation('runs');
  const { resolve } = useRunActions(run.id);
  const isLeaving = usePendingUndo().has(resolveKey(run.id, step.id));
  const last = step.attempts.at(-1);
  if (last?.outcome !== 'unknown' || last.resolution !== undefined || run.status === 'cancelled') return null;
  return (
    <Alert color="yellow" title={t('unknown.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('unknown.text')}</Text>
        <Group gap="xs">
          <Button size="xs" disabled={isLeaving} onClick={() => resolve(step.id, 'delivered')}>
            {t('unknown.delivered')}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={isLeaving}
            onClick={() => resolve(step.id, 'not_delivered')}
          >
            {t('unknown.notDelivered')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
