import { Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { Connection } from '../../../api/types.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { isMissing, Missing } from '../../../ui/missing.tsx';
import { notifyDone } from '../../../ui/notify.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { ConnectionForm } from '../form/connection-form.tsx';
import { toPatch, valuesOf, type Values } from '../form/values.ts';
import { HealthBadge } from '../health-badge.tsx';
import { connectionQuery } from '../queries.ts';
import { HealthSection } from './health-section.tsx';
import { InboundSection } from './inbound-section.tsx';
import { RemoveSection } from './remove-section.tsx';
import { TestSection } from './test-section.tsx';

/** A connection: whether it works, a test of it, its settings, and new secrets in the place of old ones. */
export function ConnectionPage() {
  const { connectionId } = useParams({ from: '/signed-in/connections/$connectionId' });
  const query = useQuery(connectionQuery(connectionId));
  const { t } = useTranslation('connections');
  if (isMissing(query)) return <Missing what="connection" />;
  const connection = query.data;
  return (
    <>
      <PageHeader
        back={<BackLink to="/connections">{t('title')}</BackLink>}
        title={connection?.name ?? t('title')}
        subtitle={connection === undefined ? undefined : t(`providers.${connection.provider}.name`)}
        badge={connection?.health !== undefined && <HealthBadge health={connection.health} />}
      />
      <Loaded query={query} skeleton={<Skeleton height={420} radius="lg" />}>
        {(loaded) => (
          <Stack gap="lg">
            {loaded.health !== undefined && loaded.health.state !== 'closed' && (
              <HealthSection id={loaded.id} health={loaded.health} />
            )}
            <TestSection connection={loaded} />
            {loaded.inbound !== undefined && <InboundSection inbound={loaded.inbound} />}
            <Settings connection={loaded} />
            <RemoveSection connection={loaded} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Settings({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connections');
  const { mutate, isPending, error } = useChange(connection);
  return (
    <Surface title={t('page.settings')} hint={t('page.settingsHint')}>
      <ConnectionForm
        key={connection.updated_at}
        provider={connection.provider}
        initial={valuesOf(connection)}
        isKept
        submitLabel={t('page.save')}
        isPending={isPending}
        error={error}
        onSubmit={mutate}
      />
    </Surface>
  );
}

function useChange(connection: Connection) {
  const { t } = useTranslation('connections');
  const queryClient = useQueryClient();
  const path = { id: connection.id };
  return useMutation({
    mutationFn: (values: Values) =>
      answerOf(api.PATCH('/v1/connections/{id}', { params: { path }, body: toPatch(connection, values) })),
    onSuccess: () => {
      notifyDone(t('page.saved'));
      return queryClient.invalidateQueries({ queryKey: queryKeys.connections.all });
    },
  });
}
