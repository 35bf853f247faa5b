import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { isProblem } from '../../../api/problem.ts';
import { toTaskInput, type NewTask } from './starting-points.ts';
import classes from './message-preview.module.css';

const PAUSE_MS = 300;
const lead = { full_name: 'Giulia Bianchi', phone: '+393477654321', email: 'giulia.bianchi@example.com' };

/** The first message as a person gets it, rendered by the server while it is written. */
export function MessagePreview({ task }: { task: NewTask }) {
  const { t } = useTranslation('tasks');
  const [message] = useDebouncedValue(task.message, PAUSE_MS);
  const { data, error } = useQuery({
    queryKey: ['tasks', 'first-message', message],
    queryFn: ({ signal }) => {
      const body = { task: toTaskInput({ ...task, name: 'preview', message }), sample: { lead } };
      return answerOf(api.POST('/v1/tasks/preview', { body, signal }));
    },
    enabled: message.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const reason = isProblem(error)
    ? (error.errors[0]?.message ?? error.message)
    : data?.steps[0]?.error?.message;
  return (
    <div className={classes['preview']} role="status">
      <Text size="xs" c="dimmed">
        {t('create.preview')}
      </Text>
      {reason === undefined || message.trim() === '' ? (
        <p className={classes['bubble']}>{textOf(data?.steps[0]?.rendered)}</p>
      ) : (
        <Text c="var(--mantine-color-error)" size="sm">
          {t('create.previewBroken', { reason })}
        </Text>
      )}
    </div>
  );
}

function textOf(rendered: unknown): string {
  const text = typeof rendered === 'object' && rendered !== null && 'text' in rendered ? rendered.text : '';
  return typeof text === 'string' && text !== '' ? text : '\u00a0';
}
