import { Divider, Grid, Stack } from '@mantine/core';
import { Surface } from '../../../ui/surface.tsx';
import { useDraft } from '../draft/draft-context.ts';
import type { Step } from '../../../api/types.ts';
import type { Preview } from '../preview/use-preview.ts';
import { StepContent } from './channels/step-content.tsx';
import { StepContext } from './step-context.ts';
import { StepHead } from './step-head.tsx';
import { StepPreview } from './step-preview.tsx';
import { StepTiming } from './timing/step-timing.tsx';

interface StepCardProps {
  step: Step;
  index: number;
  preview: Preview;
}

/** A step: its channel, what it says, how that reads, and when it goes. */
export function StepCard({ step, index, preview }: StepCardProps) {
  const { content, edit } = useDraft();
  const own = `steps.${index}.`;
  const context = {
    index,
    change: (next: Step, key?: string) =>
      edit({ steps: content.steps.with(index, next) }, key === undefined ? undefined : `${own}${key}`),
    errorsAt: (field: string) => preview.invalid.filter((error) => error.field === own + field),
    lintsAt: (field: string) =>
      (preview.result?.lints ?? []).filter((lint) => lint.step === step.id && lint.field === field),
    lead: preview.result?.lead ?? null,
  };
  return (
    <Surface>
      <StepContext value={context}>
        <Stack>
          <StepHead step={step} index={index} count={content.steps.length} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <StepContent step={step} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <StepPreview step={step} index={index} preview={preview} />
            </Grid.Col>
          </Grid>
          <Divider />
          <StepTiming step={step} />
        </Stack>
      </StepContext>
    </Surface>
  );
}
