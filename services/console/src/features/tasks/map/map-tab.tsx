import { useEffect } from 'react';
import { Grid, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useChosen } from '../preview/tried-with.ts';
import { usePreview } from '../preview/use-preview.ts';
import { LeadCard } from './lead-card.tsx';
import { RulesCard } from './rules-card.tsx';
import { SampleCard } from './sample-card.tsx';

const route = getRouteApi('/signed-in/tasks/$taskId/map');

/** What came in on the left, the lead that it becomes on the right. */
export function MapTab() {
  const { sample } = route.useSearch();
  const [, choose] = useChosen();
  const preview = usePreview();
  useEffect(() => {
    if (sample !== undefined) choose({ kind: 'sample', id: sample });
  }, [sample, choose]);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <SampleCard preview={preview} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          <LeadCard preview={preview} />
          <RulesCard invalid={preview.invalid} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
