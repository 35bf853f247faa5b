import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isProblem, type ApiProblem } from '../api/problem.ts';
import { useProblemWords } from './problem-words.ts';

interface ProblemAlertProps {
  error: unknown;
  /** Shown as a button where trying again can help. */
  onRetry?: () => void;
  /** False where each fault stands beside its field already. */
  withDetails?: boolean;
}

/** What went wrong, which fields, and what to do about it. */
export function ProblemAlert({ error, onRetry, withDetails = true }: ProblemAlertProps) {
  const { t } = useTranslation('ui');
  const { title, advice } = useProblemWords(error);
  return (
    <Alert color="red" title={title} icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{advice}</Text>
        {withDetails && isProblem(error) && <Details problem={error} />}
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Details({ problem }: { problem: ApiProblem }) {
  const { t } = useTranslation('problems');
  return (
    <>
      {problem.errors.length > 0 && (
        <List size="sm">
          {problem.errors.map(({ field, message, line, column }) => (
            <List.Item key={`${field} ${message}`}>
              {field !== '' && <Code>{field}</Code>} {message}
              {line !== undefined && ` (${line}:${column ?? 1})`}
            </List.Item>
          ))}
        </List>
      )}
      {problem.errors.length === 0 && problem.body.detail !== undefined && (
        <Text size="sm" c="dimmed">
          {problem.body.detail}
        </Text>
      )}
      {problem.status >= 500 && problem.requestId !== undefined && (
        <Group gap={6}>
          <Text size="xs">{t('requestId')}</Text>
          <Code>{problem.requestId}</Code>
        </Group>
      )}
    </>
  );
}
