import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { useStepEditing } from '../step-context.ts';
import { withMember, type StepOf } from '../steps.ts';
import { ConnectionSelect } from './connection-select.tsx';
import { OptionalInput } from './optional-input.tsx';

/** An SMS. */
export function SmsFields({ step }: { step: StepOf<'sms'> }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { message } = step;
  return (
    <Stack gap="sm">
      <ConnectionSelect step={step} />
      <OptionalInput
        label={t('message.recipient')}
        field="message.to"
        value={message.to}
        fallback="{{phone}}"
        onChange={(to) => change({ ...step, message: withMember(message, 'to', to) }, 'message.to')}
      />
      <TemplateField
        label={t('message.text')}
        field="message.text"
        value={message.text}
        onChange={(text) => change({ ...step, message: { ...message, text } }, 'message.text')}
      />
    </Stack>
  );
}
