import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../draft/draft-context.ts';
import { TemplateField } from '../editor/template-field.tsx';
import { useStepEditing } from '../step-context.ts';
import { withMember, type StepOf } from '../steps.ts';
import { ConnectionSelect } from './connection-select.tsx';
import { OptionalInput } from './optional-input.tsx';
import { TemplateFields } from './whatsapp-template.tsx';

type WhatsAppStep = StepOf<'whatsapp'>;

/** A WhatsApp message: a text, or a template that Meta has approved. */
export function WhatsAppFields({ step }: { step: WhatsAppStep }) {
  const { t, i18n } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { otherKinds } = useDraft();
  const { to, text, template } = step.message;
  const target = to === undefined ? {} : { to };
  const setKind = (kind: string) => {
    const { to: _, ...left } = step.message;
    const fresh = kind === 'text' ? { text: '' } : { template: { name: 'hello', language: i18n.language } };
    const message = otherKinds.get(`${kind} ${step.id}`) ?? fresh;
    otherKinds.set(`${template === undefined ? 'text' : 'template'} ${step.id}`, left);
    change({ ...step, message: { ...target, ...message } });
  };
  return (
    <Stack gap="sm">
      <ConnectionSelect step={step} />
      <OptionalInput
        label={t('message.recipient')}
        field="message.to"
        value={to}
        fallback="{{phone}}"
        onChange={(next) => change({ ...step, message: withMember(step.message, 'to', next) }, 'message.to')}
      />
      <SegmentedControl
        aria-label={t('message.whatsapp.kind')}
        data={[
          { value: 'template', label: t('message.whatsapp.template') },
          { value: 'text', label: t('message.whatsapp.text') },
        ]}
        value={template === undefined ? 'text' : 'template'}
        onChange={setKind}
      />
      {template === undefined ? (
        <TemplateField
          label={t('message.text')}
          hint={t('message.whatsapp.textHint')}
          field="message.text"
          value={text ?? ''}
          onChange={(next) => change({ ...step, message: { ...target, text: next } }, 'message.text')}
        />
      ) : (
        <TemplateFields
          template={template}
          onChange={(next, key) => change({ ...step, message: { ...target, template: next } }, key)}
        />
      )}
    </Stack>
  );
}
