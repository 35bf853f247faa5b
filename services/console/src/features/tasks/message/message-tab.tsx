import { Box, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useDraft } from '../draft/draft-context.ts';
import { TriedWithSelect } from '../preview/tried-with-select.tsx';
import { usePreview } from '../preview/use-preview.ts';
import { AddStep } from './add-step.tsx';
import { StepCard } from './step-card.tsx';
import classes from './flow.module.css';

/** The steps of a run from top to bottom, each with what it would say to whom the task is tried with. */
export function MessageTab() {
  const { t } = useTranslation('tasks');
  const { content } = useDraft();
  const preview = usePreview();
  return (
    <Stack gap="md">
      <Surface>
        <Box maw={420}>
          <TriedWithSelect />
        </Box>
        {preview.error !== null && <ProblemAlert error={preview.error} />}
      </Surface>
      <ol className={classes['flow']} aria-label={t('message.steps')}>
        {content.steps.map((step, index) => (
          <li key={index} className={classes['stop']}>
            <StepCard step={step} index={index} preview={preview} />
          </li>
        ))}
      </ol>
      <AddStep />
    </Stack>
  );
}
