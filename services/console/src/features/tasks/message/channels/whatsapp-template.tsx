import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { withMember, type WhatsAppTemplate } from '../steps.ts';
import { ButtonFields } from './whatsapp-buttons.tsx';
import { HeaderFields } from './whatsapp-header.tsx';

interface TemplateFieldsProps {
  template: WhatsAppTemplate;
  onChange: (template: WhatsAppTemplate, key?: string) => void;
}

/** A template as Meta has approved it, and what goes into its places. */
export function TemplateFields({ template, onChange }: TemplateFieldsProps) {
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
      <HeaderFields
        header={template.header}
        onChange={(header, key) => onChange(withMember(template, 'header', header), key)}
      />
      <Text size="sm" c="dimmed">
        {t('message.whatsapp.templateHint')}
      </Text>
      <ParameterFields template={template} onChange={onChange} />
      <ButtonFields
        buttons={template.buttons ?? []}
        onChange={(buttons, key) =>
          onChange(withMember(template, 'buttons', buttons.length === 0 ? undefined : buttons), key)
        }
      />
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
