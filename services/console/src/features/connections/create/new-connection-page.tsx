import { useState } from 'react';
import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { notifyDone } from '../../../ui/notify.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { ConnectionForm } from '../form/connection-form.tsx';
import { emptyValues, toInput, type Values } from '../form/values.ts';
import type { Provider } from '../providers.ts';
import { ProviderPicker } from './provider-picker.tsx';

/** Makes a connection: first to whom, then with which credentials. */
export function NewConnectionPage() {
  const { t } = useTranslation('connections');
  const [provider, setProvider] = useState<Provider>();
  return (
    <>
      <PageHeader
        back={<BackLink to="/connections">{t('title')}</BackLink>}
        title={t('create.title')}
        subtitle={t('create.subtitle')}
      />
      <Stack gap="lg">
        <ProviderPicker value={provider} onChange={setProvider} />
        {provider !== undefined && <NewConnectionForm key={provider} provider={provider} />}
      </Stack>
    </>
  );
}

function NewConnectionForm({ provider }: { provider: Provider }) {
  const { t } = useTranslation('connections');
  const { mutate, isPending, error } = useCreate(provider);
  const name = t(`providers.${provider}.name`);
  return (
    <Surface title={name} hint={t(`providers.${provider}.guide`)}>
      <ConnectionForm
        provider={provider}
        initial={emptyValues(provider, name)}
        isKept={false}
        submitLabel={t('create.submit')}
        isPending={isPending}
        error={error}
        onSubmit={mutate}
      />
    </Surface>
  );
}

function useCreate(provider: Provider) {
  const { t } = useTranslation('connections');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (values: Values) =>
      answerOf(api.POST('/v1/connections', { body: toInput(provider, values) })),
    onSuccess: async ({ id, name }) => {
      notifyDone(t('create.done', { name }));
      await queryClient.invalidateQueries({ queryKey: queryKeys.connections.all });
      await navigate({ to: '/connections/$connectionId', params: { connectionId: id } });
    },
  });
}
