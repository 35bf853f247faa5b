import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../api/types.ts';
import type { Preview } from '../preview/use-preview.ts';
import classes from './step-preview.module.css';

interface StepPreviewProps {
  step: Step;
  index: number;
  preview: Preview;
}

/** What the step would send to whom the task is tried with. */
export function StepPreview({ step, index, preview: { result, invalid, isBehind } }: StepPreviewProps) {
  const { t } = useTranslation('tasks');
  const tried = result?.steps[index];
  const name = result?.lead?.full_name;
  const isStale = isBehind || invalid.length > 0;
  return (
    <Stack gap="xs" aria-busy={isStale} aria-live="polite">
      <Text size="sm" c="dimmed">
        {name == null ? t('message.previewAnyone') : t('message.preview', { name })}
      </Text>
      {result?.lead === null && <Text c="dimmed">{t('message.noLead')}</Text>}
      {tried?.error != null && (
        <Text size="sm" c="var(--mantine-color-error)">
          {tried.error.message}
        </Text>
      )}
      {tried?.when === false && (
        <Text size="sm" fw={500}>
          {t('message.wouldSkip')}
        </Text>
      )}
      <Rendered rendered={tried?.rendered} channel={step.channel} />
      {tried?.sms !== undefined && (
        <Text size="sm" c="dimmed">
          {t('message.segments', { count: tried.sms.segments })} · {tried.sms.encoding} ·{' '}
          {t('message.units', { count: tried.sms.units })}
        </Text>
      )}
    </Stack>
  );
}

function Rendered({ rendered, channel }: { rendered: unknown; channel: Step['channel'] }) {
  const { t } = useTranslation('tasks');
  if (typeof rendered !== 'object' || rendered === null) return null;
  const { to, subject, text, url, method, body, template } = rendered as Record<string, unknown>;
  if (channel === 'http') {
    return (
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} tabIndex={0}>
        {`${asText(method)} ${asText(url)}\n\n${asText(body)}`}
      </Code>
    );
  }
  return (
    <>
      {typeof to === 'string' && <Text size="sm">{t('message.to', { to: to === '' ? '–' : to })}</Text>}
      {typeof subject === 'string' && <Text fw={600}>{subject}</Text>}
      {typeof text === 'string' && text !== '' && <p className={classes['bubble']}>{text}</p>}
      {template !== undefined && (
        <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} tabIndex={0}>
          {asText(template)}
        </Code>
      )}
    </>
  );
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
