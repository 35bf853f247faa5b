import { Grid, Stack } from '@mantine/core';
import { AddressCard } from './address-card.tsx';
import { AuthCard } from './auth-card.tsx';
import { GuideCard } from './guide-card.tsx';
import { ListenCard } from './listen-card.tsx';
import { TryCard } from './try-card.tsx';

/** The address, how the sender is set up with it, and what arrives. */
export function ConnectTab() {
  return (
    <Stack>
      <AddressCard />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <GuideCard />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack>
            <ListenCard />
            <TryCard />
            <AuthCard />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
