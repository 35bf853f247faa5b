import { Group, Stack, Text } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCornerUpLeft,
  IconDeviceMobileMessage,
  IconEye,
  IconFlag,
  IconInbox,
  IconMail,
  IconWebhook,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Run, RunStep } from '../../api/types.ts';
import { Time } from '../time.tsx';
import { RunStatusBadge } from './run-status.tsx';
import { useReasonWords } from './use-reason-words.ts';
import { StepDetails } from './step-details.tsx';
import classes from './run-timeline.module.css';

const icons: Record<RunStep['channel'], Icon> = {
  preview: IconEye,
  http: IconWebhook,
  email: IconMail,
  sms: IconDeviceMobileMessage,
  whatsapp: IconBrandWhatsapp,
};

interface RunTimelineProps {
  run: Run;
  /** What can be done about a step, below what is told of it. */
  afterStep?: (step: RunStep) => ReactNode;
}

/** What happened in its order: the lead came, each step went its way, the person answered, the run ended. */
export function RunTimeline({ run, afterStep }: RunTimelineProps) {
  const { t } = useTranslation('runs');
  const words = useReasonWords();
  return (
    <ol className={classes['line']}>
      <Event icon={IconInbox} title={t('timeline.received')} at={run.received_at} />
      {run.steps.map((step, i) => (
        <Event
          key={step.id}
          icon={icons[step.channel]}
          title={t('timeline.step', { n: i + 1, channel: t(`channels.${step.channel}`) })}
          name={step.id}
          badge={<RunStatusBadge status={step.status} />}
        >
          <StepDetails runId={run.id} step={step} />
          {afterStep?.(step)}
        </Event>
      ))}
      {run.replies.map(({ at, channel, text }) => (
        <Event
          key={at}
          icon={IconCornerUpLeft}
          title={t('timeline.reply', { channel: t(`channels.${channel}`) })}
          at={at}
        >
          <p className={classes['answer']}>{text ?? t('timeline.replyWithoutText')}</p>
        </Event>
      ))}
      {run.finished_at !== null && (
        <Event
          icon={IconFlag}
          title={t('timeline.ended')}
          at={run.finished_at}
          badge={<RunStatusBadge status={run.status} />}
        >
          {run.reason !== null && <Text size="sm">{words(run.reason)}</Text>}
        </Event>
      )}
      {run.finished_at === null && run.reason !== null && <Event icon={IconFlag} title={words(run.reason)} />}
    </ol>
  );
}

interface EventProps {
  icon: Icon;
  title: string;
  /** What people called it. */
  name?: string;
  at?: string;
  badge?: ReactNode;
  children?: ReactNode;
}

function Event({ icon: IconOfEvent, title, name, at, badge, children }: EventProps) {
  return (
    <li className={classes['event']}>
      <span className={classes['bullet']} aria-hidden>
        <IconOfEvent size={16} stroke={1.7} />
      </span>
      <Stack gap="xs" miw={0}>
        <Group gap="sm" mih={30} justify="space-between">
          <Group gap="sm">
            <Text component="h3" fw={600} size="md" m={0}>
              {title}
            </Text>
            {name !== undefined && (
              <Text size="sm" c="dimmed" component="span">
                {name}
              </Text>
            )}
            {badge}
          </Group>
          {at !== undefined && (
            <Text size="sm" c="dimmed" component="span">
              <Time iso={at} />
            </Text>
          )}
        </Group>
        <Stack gap="sm">{children}</Stack>
      </Stack>
    </li>
  );
}
