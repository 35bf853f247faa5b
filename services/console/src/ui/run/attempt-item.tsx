import { Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { Attempt } from '../../api/types.ts';
import { StatusBadge, type Tone } from '../status-badge.tsx';
import { Time } from '../time.tsx';
import { useReasonWords } from './use-reason-words.ts';
import classes from './run-timeline.module.css';

const tones: Record<Attempt['outcome'], Tone> = {
  delivered: 'good',
  retry: 'waiting',
  throttled: 'waiting',
  rejected: 'bad',
  unknown: 'waiting',
};

/** One attempt: how it ended, what the receiver answered, and what it told afterwards. */
export function AttemptItem({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const words = useReasonWords();
  const { n, at, outcome, status_code, duration_ms, error, answer, provider_id, resolution } = attempt;
  return (
    <li className={classes['attempt']}>
      <Stack gap={4}>
        <Group gap="sm" justify="space-between">
          <Group gap="sm">
            <Text size="sm" fw={550}>
              {t('attempt.n', { n })}
            </Text>
            <StatusBadge tone={tones[outcome]}>{t(`attempt.outcomes.${outcome}`)}</StatusBadge>
            {status_code !== null && (
              <Text size="sm" c="dimmed">
                HTTP {status_code}
              </Text>
            )}
          </Group>
          <Text size="sm" c="dimmed" component="span">
            <Time iso={at} /> · {format.duration(duration_ms)}
          </Text>
        </Group>
        {error !== null && (
          <Text size="sm">
            {words(error)} <Detail text={error.message} of={words(error)} />
          </Text>
        )}
        <ReceiptLine attempt={attempt} />
        {resolution !== undefined && (
          <Text size="sm">{t(`attempt.resolved.${resolution.by}_${resolution.outcome}`)}</Text>
        )}
        {answer !== undefined && answer !== '' && (
          <details>
            <Text component="summary" size="sm">
              {t('attempt.answer')}
            </Text>
            <Code block className={classes['code'] ?? ''} tabIndex={0} mt={4}>
              {answer}
            </Code>
          </details>
        )}
        {provider_id !== undefined && (
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('attempt.providerId', { id: provider_id })}
          </Text>
        )}
      </Stack>
    </li>
  );
}

/** What the API says beyond the words for the code. */
function Detail({ text, of }: { text: string; of: string }) {
  if (text === of) return null;
  return (
    <Text span size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {text}
    </Text>
  );
}

function ReceiptLine({ attempt: { receipt } }: { attempt: Attempt }) {
  const { t } = useTranslation('runs');
  if (receipt === undefined) return null;
  return (
    <Text size="sm">
      {t(`attempt.receipts.${receipt.status}`)} · <Time iso={receipt.at} />
      {receipt.code !== null && ` · ${receipt.code}`}
    </Text>
  );
}
