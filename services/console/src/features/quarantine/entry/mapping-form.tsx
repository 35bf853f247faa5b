import { Button, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Task, TaskPreview } from '../../../api/types.ts';
import { leadFields, type LeadValues } from './reading.ts';
import type { Mend } from './use-mend.ts';

interface MappingFormProps {
  reading: TaskPreview;
  task: Task;
  mend: (mend: Mend) => void;
  isPending: boolean;
}

const LONGEST = 60;

/** From which fields of the request the task takes its own, from now on. */
export function MappingForm({ reading, task, mend, isPending }: MappingFormProps) {
  const { t } = useTranslation('quarantine');
  const form = useForm({ initialValues: { full_name: '', phone: '', email: '', ...pathsOf(task, reading) } });
  const data = reading.fields.map(({ path, value }) => ({
    value: path,
    label: `${path} = ${JSON.stringify(value).slice(0, LONGEST)}`,
  }));
  return (
    <form onSubmit={form.onSubmit((mapping) => mend({ kind: 'mapping', task, mapping }))}>
      <Stack gap="sm">
        {leadFields.map((field) => (
          <Select
            key={field}
            label={t(`fields.${field}`)}
            placeholder={t('mend.automatic')}
            data={data}
            searchable
            {...form.getInputProps(field)}
            value={form.values[field] === '' ? null : form.values[field]}
            onChange={(path) => form.setFieldValue(field, path ?? '')}
          />
        ))}
        <Button type="submit" loading={isPending}>
          {t('mend.saveAndReplay')}
        </Button>
      </Stack>
    </form>
  );
}

/** Those that the task has mapped to a field of the request; an expression is left as it is. */
function pathsOf({ lead: { mapping } }: Task, { fields }: TaskPreview): Partial<LeadValues> {
  const known = new Set(fields.map(({ path }) => path));
  return Object.fromEntries(
    leadFields.flatMap((field) => {
      const path = mapping?.[field];
      return path !== undefined && known.has(path) ? [[field, path]] : [];
    }),
  );
}
