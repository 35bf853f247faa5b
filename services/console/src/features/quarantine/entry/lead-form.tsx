import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { TaskPreview } from '../../../api/types.ts';
import { foundValues, leadFields, otherValues } from './reading.ts';
import type { Mend } from './use-mend.ts';

interface LeadFormProps {
  reading: TaskPreview;
  mend: (mend: Mend) => void;
  isPending: boolean;
}

/** The values of this one lead. */
export function LeadForm({ reading, mend, isPending }: LeadFormProps) {
  const { t } = useTranslation('quarantine');
  const form = useForm({ initialValues: foundValues(reading) });
  return (
    <form
      onSubmit={form.onSubmit((lead) => mend({ kind: 'lead', lead, extra_fields: otherValues(reading) }))}
    >
      <Stack gap="sm">
        {leadFields.map((field) => (
          <TextInput key={field} label={t(`fields.${field}`)} {...form.getInputProps(field)} />
        ))}
        <Button type="submit" loading={isPending}>
          {t('mend.replay')}
        </Button>
      </Stack>
    </form>
  );
}
