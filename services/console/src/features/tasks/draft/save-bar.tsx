import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useDraft } from './draft-context.ts';
import classes from './save-bar.module.css';

/** What becomes of unsaved changes: saved, taken back one by one, or all at once. */
export function SaveBar() {
  const { t } = useTranslation('tasks');
  const { isDirty, canUndo, undo, discard, settle, save, isSaving, isOvertaken, error } = useDraft();
  if (!isDirty && !canUndo) return null;
  return (
    <Box component="section" aria-label={t('draft.label')} className={classes['bar'] ?? ''}>
      <Stack gap="xs">
        {error !== null && <ProblemAlert error={error} />}
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={500} role="status" className={classes['state'] ?? ''}>
            {t(isDirty ? 'draft.unsaved' : 'draft.nothing')}
          </Text>
          <Group gap="xs">
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={undo}
              disabled={!canUndo}
            >
              {t('draft.undo')}
            </Button>
            <Button variant="default" onClick={isDirty ? discard : settle}>
              {t(isDirty ? 'draft.discard' : 'draft.close')}
            </Button>
            {isDirty && (
              <Button onClick={save} loading={isSaving}>
                {t('draft.save')}
              </Button>
            )}
          </Group>
        </Group>
        {isDirty && isOvertaken && (
          <Text size="sm" c="var(--mantine-color-error)">
            {t('draft.overtaken')}
          </Text>
        )}
      </Stack>
    </Box>
  );
}
