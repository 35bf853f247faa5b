import { ActionIcon, Button, Group, Input, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconDice5, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { newSecret } from './auth-values.ts';

const MOST = 5;
const HIDDEN = '********';

interface SecretInputsProps {
  secrets: readonly string[];
  onChange: (secrets: string[]) => void;
}

/** The secrets of a sender, of which each is right: while one is changed there are two. */
export function SecretInputs({ secrets, onChange }: SecretInputsProps) {
  const { t } = useTranslation('tasks');
  const set = (index: number, secret: string) => onChange(secrets.with(index, secret));
  return (
    <Input.Wrapper labelElement="div" label={t('auth.secrets')} description={t('auth.secretsHint')}>
      <Stack gap={6} mt={6}>
        {secrets.map((secret, i) => (
          <Group key={i} gap={4} wrap="nowrap">
            <TextInput
              flex={1}
              miw={0}
              autoComplete="off"
              spellCheck={false}
              aria-label={t('auth.secret', { number: i + 1 })}
              value={secret}
              onChange={({ currentTarget }) => set(i, currentTarget.value)}
            />
            {secret !== HIDDEN && secret !== '' && (
              <CopyButton value={secret} label={t('auth.copySecret', { number: i + 1 })} />
            )}
            <Tooltip label={t('auth.makeSecret')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('auth.makeSecret')}
                onClick={() => set(i, newSecret())}
              >
                <IconDice5 size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
            {secrets.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('auth.removeSecret', { number: i + 1 })}
                onClick={() => onChange(secrets.filter((_, other) => other !== i))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {secrets.length < MOST && (
          <Button
            variant="subtle"
            size="xs"
            w="fit-content"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...secrets, ''])}
          >
            {t('auth.addSecret')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
