import { Code, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunStep } from '../../api/types.ts';
import classes from './run-timeline.module.css';

/** What was or is being sent, as its channel shows it. */
export function RenderedMessage({ runId, step }: { runId: string; step: RunStep }) {
  const { rendered, channel } = step;
  if (typeof rendered !== 'object' || rendered === null) return null;
  const message = rendered as Record<string, unknown>;
  if (channel === 'http') return <HttpRequest request={message} />;
  if (channel === 'email') return <Mail runId={runId} stepId={step.id} mail={message} />;
  return (
    <Stack gap={4}>
      <Recipient to={message['to']} />
      {message['template'] === undefined ? (
        <p className={classes['bubble']}>{textOf(message['text'])}</p>
      ) : (
        <WhatsAppTemplate template={message['template']} />
      )}
    </Stack>
  );
}

function HttpRequest({ request: { method, url, headers, body } }: { request: Record<string, unknown> }) {
  const lines = Object.entries((headers ?? {}) as Record<string, unknown>).map(
    ([name, value]) => `${name}: ${textOf(value)}`,
  );
  const head = [`${textOf(method)} ${textOf(url)}`, ...lines].join('\n');
  return (
    <Code block className={classes['code'] ?? ''} tabIndex={0}>
      {body === undefined || body === null ? head : `${head}\n\n${textOf(body)}`}
    </Code>
  );
}

/** The page of a mail stands in a frame that may run nothing and fetch nothing. */
function Mail({ runId, stepId, mail }: { runId: string; stepId: string; mail: Record<string, unknown> }) {
  const { t } = useTranslation('runs');
  return (
    <div className={classes['mail']}>
      <div className={classes['mailHead']}>
        <Text fw={600}>{textOf(mail['subject'])}</Text>
        <Recipient to={mail['to']} />
      </div>
      {typeof mail['html'] === 'string' ? (
        <iframe
          title={t('step.mail')}
          className={classes['mailPage']}
          sandbox=""
          src={`/v1/runs/${encodeURIComponent(runId)}/steps/${encodeURIComponent(stepId)}/mail`}
        />
      ) : (
        <p className={classes['mailText']}>{textOf(mail['text'])}</p>
      )}
    </div>
  );
}

function Recipient({ to }: { to: unknown }) {
  const { t } = useTranslation('runs');
  if (typeof to !== 'string' || to === '') return null;
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('step.to', { to })}
    </Text>
  );
}

function WhatsAppTemplate({ template }: { template: unknown }) {
  const { t } = useTranslation('runs');
  const { name, language, parameters } = template as Record<string, unknown>;
  const values = Array.isArray(parameters) ? parameters.map(textOf) : [];
  return (
    <div className={classes['bubble']}>
      <Text size="sm" c="dimmed">
        {t('step.template', { name: textOf(name), language: textOf(language) })}
      </Text>
      {values.map((value, i) => `{{${i + 1}}} ${value}`).join('\n')}
    </div>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
