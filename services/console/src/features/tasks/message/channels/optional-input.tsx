import { TextInput } from '@mantine/core';
import { useStepEditing } from '../step-context.ts';

interface OptionalInputProps {
  label: string;
  hint?: string;
  /** Inside the step, such as `message.to`. */
  field: string;
  value: string | undefined;
  /** What counts where nothing is written. */
  fallback?: string;
  onChange: (value: string | undefined) => void;
}

/** A template of one line that may be left out. */
export function OptionalInput({ label, hint, field, value, fallback, onChange }: OptionalInputProps) {
  const [error] = useStepEditing().errorsAt(field);
  return (
    <TextInput
      label={label}
      description={hint}
      placeholder={fallback}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.value)}
      error={error?.message}
      spellCheck={false}
    />
  );
}
