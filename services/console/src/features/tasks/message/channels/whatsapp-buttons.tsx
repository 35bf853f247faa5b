import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { RemoveRow } from '../row-buttons.tsx';
import type { WhatsAppTemplate } from '../steps.ts';

type TemplateButton = NonNullable<WhatsAppTemplate['buttons']>[number];

const types = ['url', 'quick_reply', 'copy_code'] as const;
const MOST = 10;

interface ButtonFieldsProps {
  buttons: readonly TemplateButton[];
  onChange: (buttons: TemplateButton[], key?: string) => void;
}

/** What goes into the buttons of a template that take a value. */
export function ButtonFields({ buttons, onChange }: ButtonFieldsProps) {
  const { t } = useTranslation('tasks');
  const free = Array.from({ length: MOST }, (_, i) => i).find((i) =>
    buttons.every(({ index }) => index !== i),
  );
  return (
    <>
      {buttons.map((button, i) => (
        <ButtonField
          key={i}
          button={button}
          place={i}
          onChange={(next, key) => onChange(buttons.with(i, next), key)}
          onRemove={() => onChange(buttons.toSpliced(i, 1))}
        />
      ))}
      {free !== undefined && (
        <Button
          size="xs"
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...buttons, { type: 'url', index: free, value: '' }])}
        >
          {t('message.whatsapp.addButton')}
        </Button>
      )}
    </>
  );
}

interface ButtonFieldProps {
  button: TemplateButton;
  /** In the list, from 0. */
  place: number;
  onChange: (button: TemplateButton, key?: string) => void;
  onRemove: () => void;
}

function ButtonField({ button, place, onChange, onRemove }: ButtonFieldProps) {
  const { t } = useTranslation('tasks');
  const number = button.index + 1;
  return (
    <Stack gap={6}>
      <Group gap={6} align="flex-end">
        <NumberInput
          label={t('message.whatsapp.buttonNumber')}
          value={number}
          onChange={(value) => {
            if (typeof value === 'number') onChange({ ...button, index: value - 1 });
          }}
          min={1}
          max={MOST}
          clampBehavior="strict"
          allowDecimal={false}
          w={110}
        />
        <Select
          label={t('message.whatsapp.buttonKind')}
          data={types.map((value) => ({ value, label: t(`message.whatsapp.buttons.${value}`) }))}
          value={button.type}
          onChange={(value) =>
            onChange({ ...button, type: types.find((one) => one === value) ?? button.type })
          }
          allowDeselect={false}
          flex="1 1 9rem"
        />
        <RemoveRow label={t('message.whatsapp.removeButton', { number })} onClick={onRemove} />
      </Group>
      <TemplateField
        label={t('message.whatsapp.buttonValue', { number })}
        field={`message.template.buttons.${place}.value`}
        value={button.value}
        onChange={(value) => onChange({ ...button, value }, `button ${place}`)}
        singleLine
      />
    </Stack>
  );
}
