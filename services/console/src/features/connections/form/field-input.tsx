import { PasswordInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSecret, type Field } from './fields.ts';

interface FieldInputProps {
  field: Field;
  isKept: boolean;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** One field, as its kind is typed. */
export function FieldInput({ field, isKept, value, problem, onChange }: FieldInputProps) {
  const { t } = useTranslation('connections');
  const keepsSecret = isKept && isSecret(field);
  const shared = {
    label: t(`fields.${field.words}.label`),
    description: t(`fields.${field.words}.hint`),
    placeholder: keepsSecret ? t('form.kept') : '',
    error: problem,
    value,
    autoComplete: 'off',
    spellCheck: false,
    withAsterisk: field.required === true && !keepsSecret,
  };
  if (field.kind === 'choice') return <ChoiceInput field={field} shared={shared} onChange={onChange} />;
  const typed = { ...shared, onChange: listen(onChange) };
  if (field.kind === 'secret') {
    const toggle = { 'aria-label': t('form.show', { label: shared.label }) };
    return <PasswordInput {...typed} autoComplete="new-password" visibilityToggleButtonProps={toggle} />;
  }
  if (['key', 'json', 'pairs', 'secretPairs'].includes(field.kind)) {
    return <Textarea {...typed} autosize minRows={2} maxRows={12} ff="monospace" />;
  }
  return <TextInput {...typed} inputMode={field.kind === 'number' ? 'numeric' : 'text'} />;
}

function listen(onChange: (value: string) => void) {
  return ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value);
}

interface ChoiceInputProps {
  field: Field;
  shared: { label: string; description: string; value: string; error: string | undefined };
  onChange: (value: string) => void;
}

/** A value that is none of the options stays among them, as it was set by the API. */
function ChoiceInput({ field: { options = [], words, required }, shared, onChange }: ChoiceInputProps) {
  const name = useChoiceName(words);
  const { label, description, value, error } = shared;
  const all = value === '' || options.includes(value) ? options : [...options, value];
  return (
    <Select
      label={label}
      description={description}
      error={error}
      value={value === '' ? null : value}
      data={all.map((option) => ({ value: option, label: name(option) }))}
      allowDeselect={required !== true}
      clearable={required !== true}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

const named = ['starttls', 'tls', 'none', '1s', '1m', '1h', '24h'] as const;

function useChoiceName(words: Field['words']): (option: string) => string {
  const { t } = useTranslation('connections');
  return (option) => {
    const known = named.find((one) => one === option);
    return known === undefined || words === 'method' ? option : t(`choices.${known}`);
  };
}
