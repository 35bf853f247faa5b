import { Code, Group, Stack, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import classes from '../message/step-preview.module.css';
import { toneOf } from './run-tone.ts';

type RunStep = Run['steps'][number];

/** The steps of a run from top to bottom, each with what was sent and every attempt. */
export function RunTimeline({ steps }: { steps: readonly RunStep[] }) {
  const reached = steps.findLastIndex(({ status }) => status !== 'queued');
  return (
    <Timeline active={reached} bulletSize={18} lineWidth={2}>
      {steps.map((step) => (
        <Timeline.Item key={step.id} title={<StepTitle step={step} />}>
          <StepBody step={step} />
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function StepTitle({ step: { id, channel, status } }: { step: RunStep }) {
  const { t } = useTranslation('tasks');
  return (
    <Group gap="xs">
      <Text fw={600}>{id}</Text>
      <Text size="sm" c="dimmed">
        {t(`channels.${channel}`)}
      </Text>
      <StatusBadge tone={toneOf(status)}>{t(`runStatus.${status}`)}</StatusBadge>
    </Group>
  );
}

function StepBody({ step }: { step: RunStep }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const { rendered, reason, attempts, due_at, status } = step;
  const isDue = due_at !== null && (status === 'queued' || status === 'waiting');
  return (
    <Stack gap={6} mt={6}>
      {isDue && <Text size="sm">{t('timeline.due', { when: format.relative(due_at) })}</Text>}
      <Sent rendered={rendered} />
      {attempts.map(({ n, outcome, duration_ms, error, status_code, answer }) => (
        <Stack key={n} gap={2}>
          <Text size="sm" c="dimmed">
            {t('timeline.attempt', {
              n,
              outcome: t(`outcome.${outcome}`),
              duration: format.duration(duration_ms),
            })}
            {status_code !== null && ` · ${status_code}`}
          </Text>
          {error !== null && (
            <Text size="sm" c="var(--mantine-color-error)">
              {error.message}
            </Text>
          )}
          {answer !== undefined && answer !== '' && (
            <Code block tabIndex={0} mah={120} style={{ overflow: 'auto' }}>
              {answer}
            </Code>
          )}
        </Stack>
      ))}
      {reason !== null && <Text size="sm">{reason.message}</Text>}
    </Stack>
  );
}

function Sent({ rendered }: { rendered: unknown }) {
  if (typeof rendered !== 'object' || rendered === null) return null;
  if ('text' in rendered && typeof rendered.text === 'string')
    return <p className={classes['bubble']}>{rendered.text}</p>;
  return (
    <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {JSON.stringify(rendered, null, 2)}
    </Code>
  );
}
