import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../../ui/notify.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useTask } from '../page/task-context.ts';
import { useSaveTask } from '../use-save-task.ts';
import { authTypes, presets, toAuth, toAuthValues, type AuthValues } from './auth-values.ts';
import { SecretInputs } from './secret-inputs.tsx';

/** Chooses and saves how the sender is checked. */
export function AuthForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('tasks');
  const { id, auth } = useTask();
  const form = useForm<AuthValues>({ initialValues: toAuthValues(auth) });
  const { mutate, isPending, error } = useSaveTask(id);
  const save = (values: AuthValues) =>
    mutate(
      { auth: toAuth(values, auth) },
      {
        onSuccess: () => {
          notifyDone(t('auth.saved'));
          onDone();
        },
      },
    );
  const { type, secrets } = form.values;
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      <Stack gap="sm">
        <Select
          label={t('auth.type')}
          data={authTypes.map((value) => ({ value, label: t(`auth.types.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('type')}
        />
        {type !== 'none' && type !== 'hmac' && (
          <TextInput label={t(`auth.names.${type}`)} {...form.getInputProps('name')} />
        )}
        {type === 'hmac' && <HmacInputs form={form} />}
        {type !== 'none' && (
          <SecretInputs secrets={secrets} onChange={(next) => form.setFieldValue('secrets', next)} />
        )}
        {error !== null && <ProblemAlert error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={isPending}>
            {t('auth.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('auth.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function HmacInputs({ form }: { form: ReturnType<typeof useForm<AuthValues>> }) {
  const { t } = useTranslation('tasks');
  return (
    <>
      <Select
        label={t('auth.preset')}
        placeholder={t('auth.ownRecipe')}
        data={presets.map((value) => ({ value, label: t(`auth.presets.${value}`) }))}
        {...form.getInputProps('preset')}
      />
      {form.values.preset === 'meta' && (
        <TextInput
          label={t('auth.verifyToken')}
          description={t('auth.verifyTokenHint')}
          {...form.getInputProps('verify_token')}
        />
      )}
    </>
  );
}
