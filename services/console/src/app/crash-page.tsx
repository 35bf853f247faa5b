import { Button, Code, Container, Group, Stack, Text, Title } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { useDocumentTitle } from '../ui/document-title.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** What is shown instead of a page that could not be loaded or broke while it was drawn. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  const router = useRouter();
  useDocumentTitle(isStale(error) ? t('updated.title') : t('crash.title'));
  const retry = () => {
    reset();
    void router.invalidate();
  };
  if (isProblem(error)) {
    return (
      <Container size="xs" py="xl">
        <ProblemAlert error={error} onRetry={retry} />
      </Container>
    );
  }
  return (
    <Container size="xs" py="xl">
      <Stack align="flex-start">
        <Title order={1}>{isStale(error) ? t('updated.title') : t('crash.title')}</Title>
        <Text>{isStale(error) ? t('updated.text') : t('crash.text')}</Text>
        <Group>
          {!isStale(error) && <Button onClick={retry}>{t('crash.retry')}</Button>}
          <Button variant="default" onClick={() => location.reload()}>
            {t('crash.reload')}
          </Button>
        </Group>
        {!isStale(error) && (
          <>
            <Text size="sm" c="dimmed">
              {t('crash.detail')}
            </Text>
            <Code block>{String(error)}</Code>
          </>
        )}
      </Stack>
    </Container>
  );
}

/** A part that is fetched when it is needed is gone from the server after an update. Each browser has its words. */
function isStale(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|error loading dynamically/i.test(error.message)
  );
}
