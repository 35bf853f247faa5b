import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { RunStep } from '../../api/types.ts';
import { useReasonWords } from './use-reason-words.ts';
import { AttemptItem } from './attempt-item.tsx';
import { RenderedMessage } from './rendered-message.tsx';
import classes from './run-timeline.module.css';

/** When a step goes and why not yet, what it sends, and each attempt to. */
export function StepDetails({ runId, step }: { runId: string; step: RunStep }) {
  const words = useReasonWords();
  return (
    <Stack gap="sm">
      <DueTime step={step} />
      {step.reason !== null && <Text size="sm">{words(step.reason)}</Text>}
      <RenderedMessage runId={runId} step={step} />
      {step.attempts.length > 0 && (
        <ol className={classes['attempts']}>
          {step.attempts.map((attempt) => (
            <AttemptItem key={attempt.n} attempt={attempt} />
          ))}
        </ol>
      )}
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
