import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import { localCountry } from '../../../i18n/countries.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { CountrySelect } from '../../../ui/country-select.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { MessagePreview } from './message-preview.tsx';
import { StartPicker } from './start-picker.tsx';
import { startingPoints, toTaskInput, type NewTask, type StartName } from './starting-points.ts';

/** Makes a task from a starting point, which fills in what it knows. */
export function NewTaskPage() {
  const { t } = useTranslation('tasks');
  return (
    <>
      <PageHeader
        back={<BackLink to="/tasks">{t('title')}</BackLink>}
        title={t('create.title')}
        subtitle={t('create.subtitle')}
      />
      <NewTaskForm />
    </>
  );
}

function NewTaskForm() {
  const { t } = useTranslation('tasks');
  const { form, choose } = useNewTaskForm();
  const { mutate, isPending, error } = useCreateTask();
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack gap="lg">
        <StartPicker value={form.values.start} onChange={choose} />
        <Surface>
          <Stack maw={600}>
            <TextInput
              label={t('create.name')}
              description={t('create.nameHint')}
              {...form.getInputProps('name')}
            />
            <CountrySelect
              label={t('create.country')}
              description={t('create.countryHint')}
              {...form.getInputProps('country')}
            />
            <Textarea
              label={t('create.message')}
              description={t('create.messageHint')}
              autosize
              minRows={3}
              {...form.getInputProps('message')}
            />
            <MessagePreview task={form.values} />
            {error !== null && <ProblemAlert error={error} />}
            <Group>
              <Button type="submit" loading={isPending}>
                {t('create.submit')}
              </Button>
            </Group>
          </Stack>
        </Surface>
      </Stack>
    </form>
  );
}

/** Another starting point brings its own name and message, unless a person has written theirs. */
function useNewTaskForm() {
  const { t, i18n } = useTranslation('tasks');
  const suggested = (start: StartName) => ({
    name: t(`starts.${start}.task`),
    message: t(`firstMessage.${startingPoints[start].message}`, { skipInterpolation: true }),
  });
  const form = useForm<NewTask>({
    initialValues: { start: 'form', country: localCountry(i18n.language), ...suggested('form') },
    validate: { name: isNotEmpty(t('create.nameEmpty')), message: isNotEmpty(t('create.messageEmpty')) },
  });
  const choose = (start: StartName) => {
    const { name, message } = form.values;
    const before = suggested(form.values.start);
    const next = suggested(start);
    form.setValues({
      start,
      name: name === before.name ? next.name : name,
      message: message === before.message ? next.message : message,
    });
  };
  return { form, choose };
}

function useCreateTask() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (task: NewTask) => answerOf(api.POST('/v1/tasks', { body: toTaskInput(task) })),
    onSuccess: async (task) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.tasks.all });
      await navigate({ to: '/tasks/$taskId/connect', params: { taskId: task.id } });
    },
  });
}
