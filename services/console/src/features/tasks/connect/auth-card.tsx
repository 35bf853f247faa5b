import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';
import { AuthForm } from './auth-form.tsx';

/** How the sender shows that it is the one it says it is. */
export function AuthCard() {
  const { t } = useTranslation('tasks');
  const { auth, revision } = useTask();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Surface title={t('auth.title')} hint={t(`auth.now.${auth.type}`)}>
      {isOpen ? (
        <AuthForm key={revision} onDone={close} />
      ) : (
        <Stack gap="xs" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('auth.hint')}
          </Text>
          <Button variant="default" onClick={open}>
            {t('auth.change')}
          </Button>
        </Stack>
      )}
    </Surface>
  );
}
