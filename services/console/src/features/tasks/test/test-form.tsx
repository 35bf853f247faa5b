import { Button, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { leadFields } from '../map/mapping.ts';
import { useTask } from '../page/task-context.ts';

interface TestLead {
  isOwn: boolean;
  full_name: string;
  phone: string;
  email: string;
}

/** A made-up lead, or one of a person's own. */
export function TestForm({ onStarted }: { onStarted: (runId: string) => void }) {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const form = useForm<TestLead>({ initialValues: { isOwn: false, full_name: '', phone: '', email: '' } });
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: TestLead) =>
      answerOf(api.POST('/v1/tasks/{id}/test', { params: { path: { id } }, body: bodyFor(values) })),
    onSuccess: ({ run_id }) => onStarted(run_id),
  });
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack align="stretch">
        <Switch
          label={t('test.own')}
          description={form.values.isOwn ? t('test.ownHint') : undefined}
          {...form.getInputProps('isOwn', { type: 'checkbox' })}
        />
        {form.values.isOwn &&
          leadFields.map((field) => (
            <TextInput
              key={field}
              label={t(`fields.${field}`)}
              autoComplete="off"
              {...form.getInputProps(field)}
            />
          ))}
        <Button
          type="submit"
          w="fit-content"
          leftSection={<IconSend size={16} aria-hidden />}
          loading={isPending}
        >
          {t('test.run')}
        </Button>
        {error !== null && <ProblemAlert error={error} />}
      </Stack>
    </form>
  );
}

function bodyFor({ isOwn, ...lead }: TestLead) {
  if (!isOwn) return {};
  return { lead: Object.fromEntries(Object.entries(lead).filter(([, value]) => value.trim() !== '')) };
}
