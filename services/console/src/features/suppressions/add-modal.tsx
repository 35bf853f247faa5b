import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { localCountry } from '../../i18n/countries.ts';
import { CountrySelect } from '../../ui/country-select.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { readAddress } from './read-list.ts';
import { reasons, type Reason } from './reasons.ts';

interface Values {
  address: string;
  country: string;
  reason: Reason;
  note: string;
}

/** Suppresses one address. */
export function AddModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['suppressions', 'ui']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('add.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <AddForm onDone={onClose} />
    </Modal>
  );
}

function AddForm({ onDone }: { onDone: () => void }) {
  const { t, i18n } = useTranslation('suppressions');
  const { mutate, isPending, error } = useAdd(onDone);
  const form = useForm<Values>({
    initialValues: { address: '', country: localCountry(i18n.language), reason: 'requested', note: '' },
    validate: { address: isNotEmpty(t('address.empty')) },
  });
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={t('address.label')}
          description={t('add.addressHint')}
          autoComplete="off"
          {...form.getInputProps('address')}
        />
        <CountrySelect
          label={t('address.country')}
          description={t('address.countryHint')}
          {...form.getInputProps('country')}
        />
        <ReasonSelect {...form.getInputProps('reason')} />
        <TextInput
          label={t('add.note')}
          description={t('add.noteHint')}
          maxLength={500}
          {...form.getInputProps('note')}
        />
        {error !== null && <ProblemAlert error={error} />}
        <Group>
          <Button type="submit" loading={isPending}>
            {t('add.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ReasonSelectProps {
  value?: string;
  onChange?: (value: string | null) => void;
}

export function ReasonSelect(props: ReasonSelectProps) {
  const { t } = useTranslation('suppressions');
  const data = reasons.map((value) => ({ value, label: t(`reason.${value}`) }));
  return <Select label={t('list.reason')} data={data} allowDeselect={false} {...props} />;
}

function useAdd(onDone: () => void) {
  const { t } = useTranslation('suppressions');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ address, country, reason, note }: Values) => {
      const noted = note.trim() === '' ? {} : { note: note.trim() };
      const body = { ...readAddress(address), default_country: country, reason, ...noted };
      return answerOf(api.POST('/v1/suppressions', { body }));
    },
    onSuccess: () => {
      notifyDone(t('add.done'));
      onDone();
      return queryClient.invalidateQueries({ queryKey: queryKeys.suppressions.all });
    },
  });
}
