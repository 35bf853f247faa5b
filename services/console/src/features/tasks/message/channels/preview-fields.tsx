import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { useStepEditing } from '../step-context.ts';
import type { StepOf } from '../steps.ts';

/** A text that is only shown in the run. */
export function PreviewFields({ step }: { step: StepOf<'preview'> }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  return (
    <TemplateField
      label={t('message.text')}
      hint={t('message.previewHint')}
      field="message.text"
      value={step.message.text}
      onChange={(text) => change({ ...step, message: { text } }, 'message.text')}
    />
  );
}
