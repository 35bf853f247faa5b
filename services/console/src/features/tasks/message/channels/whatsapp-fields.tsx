import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { useStepEditing } from '../step-context.ts';
import { withMember, type StepOf } from '../steps.ts';
import { ConnectionSelect } from './connection-select.tsx';
import { RecipientInput } from './recipient-input.tsx';

type WhatsAppStep = StepOf<'whatsapp'>;
type Template = NonNullable<WhatsAppStep['message']['template']>;

/** A WhatsApp message: a text, or a template that Meta has approved. */
export function WhatsAppFields({ step }: { step: WhatsAppStep }) {
  const { t, i18n } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { to, text, template } = step.message;
  const target = to === undefined ? {} : { to };
  const setKind = (kind: string) => {
    const message = kind === 'text' ? { text: '' } : { template: { name: 'hello', language: i18n.language } };
    change({ ...step, message: { ...target, ...message } });
  };
  return (
    <Stack gap="sm">
      <ConnectionSelect step={step} />
      <RecipientInput
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

interface TemplateFieldsProps {
  template: Template;
  onChange: (template: Template, key: string) => void;
}

function TemplateFields({ template, onChange }: TemplateFieldsProps) {
  const { t } = useTranslation('tasks');
  return (
    <>
      <Group gap="sm" grow align="flex-start">
        <TextInput
          label={t('message.whatsapp.name')}
          value={template.name}
          onChange={({ currentTarget }) =>
            onChange({ ...template, name: currentTarget.value }, 'template.name')
          }
          spellCheck={false}
        />
        <TextInput
          label={t('message.whatsapp.language')}
          placeholder="it, en_US"
          value={template.language}
          onChange={({ currentTarget }) =>
            onChange({ ...template, language: currentTarget.value }, 'template.language')
          }
          spellCheck={false}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('message.whatsapp.templateHint')}
      </Text>
      <ParameterFields template={template} onChange={onChange} />
    </>
  );
}

/** What goes into the places of the template, in their order. */
function ParameterFields({ template, onChange }: TemplateFieldsProps) {
  const { t } = useTranslation('tasks');
  const { parameters = [] } = template;
  const setParameters = (next: string[], key: string) =>
    onChange(withMember(template, 'parameters', next.length === 0 ? undefined : next), key);
  return (
    <>
      {parameters.map((parameter, i) => (
        <TemplateField
          key={i}
          label={t('message.whatsapp.parameter', { number: i + 1 })}
          field={`message.template.parameters.${i}`}
          value={parameter}
          onChange={(text) => setParameters(parameters.with(i, text), `parameter ${i}`)}
          singleLine
        />
      ))}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setParameters([...parameters, ''], 'parameters')}
        >
          {t('message.whatsapp.addParameter')}
        </Button>
        {parameters.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconMinus size={14} aria-hidden />}
            onClick={() => setParameters(parameters.slice(0, -1), 'parameters')}
          >
            {t('message.whatsapp.removeParameter')}
          </Button>
        )}
      </Group>
    </>
  );
}
