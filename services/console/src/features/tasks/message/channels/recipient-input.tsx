import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStepEditing } from '../step-context.ts';

interface RecipientInputProps {
  value: string | undefined;
  /** To whom it goes where nothing is written. */
  fallback: string;
  onChange: (to: string | undefined) => void;
}

/** To whom a message goes. */
export function RecipientInput({ value, fallback, onChange }: RecipientInputProps) {
  const { t } = useTranslation('tasks');
  const [error] = useStepEditing().errorsAt('message.to');
  return (
    <TextInput
      label={t('message.recipient')}
      placeholder={fallback}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
      error={error?.message}
      spellCheck={false}
    />
  );
}
