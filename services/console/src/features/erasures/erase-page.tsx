import { Grid, List, Skeleton, Stack, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Surface } from '../../ui/surface.tsx';
import { EraseForm } from './erase-form.tsx';
import { runQuery } from './queries.ts';
import { Remains } from './remains.tsx';

const route = getRouteApi('/signed-in/erasures');

/** Erases a person: whoever the run of the address is of, or somebody by phone and e-mail. */
export function ErasePage() {
  const { t } = useTranslation('erasures');
  const { run } = route.useSearch();
  return (
    <>
      <PageHeader
        back={<BackLink to="/suppressions">{t('back')}</BackLink>}
        title={t('title')}
        subtitle={t('subtitle')}
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Surface title={t('who.title')} hint={t('who.hint')}>
            {run === undefined ? <EraseForm /> : <EraseOfRun id={run} />}
          </Surface>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Explanation />
        </Grid.Col>
      </Grid>
    </>
  );
}

function EraseOfRun({ id }: { id: string }) {
  const { t } = useTranslation('erasures');
  const query = useQuery(runQuery(id));
  return (
    <Loaded query={query} skeleton={<Skeleton height={260} />}>
      {({ lead }) =>
        lead === null ? (
          <EmptyState icon={IconUserOff} title={t('nobody.title')} text={t('nobody.text')} />
        ) : (
          <EraseForm run={{ id, ...lead }} />
        )
      }
    </Loaded>
  );
}

const goes = ['runs', 'queues', 'quarantine', 'samples', 'late', 'disk'] as const;

function Explanation() {
  const { t } = useTranslation('erasures');
  return (
    <Surface title={t('goes.title')}>
      <Stack>
        <List size="sm">
          {goes.map((what) => (
            <List.Item key={what}>{t(`goes.${what}`)}</List.Item>
          ))}
        </List>
        <Remains />
        <Text size="sm">{t('later')}</Text>
      </Stack>
    </Surface>
  );
}
