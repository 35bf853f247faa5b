import { useEffect, useState } from 'react';
import { TextInput } from '@mantine/core';
import { localTextOf, momentOfLocal } from './local-time.ts';

interface MomentInputProps {
  label: string;
  /** ISO 8601. */
  value: string | undefined;
  onChange: (iso: string | null) => void;
  error?: string | undefined;
}

/** A moment in the reader's own time zone. It counts when Enter is pressed or the field is left: half a year is a year, too. */
export function MomentInput({ label, value, onChange, error }: MomentInputProps) {
  const shown = value === undefined ? '' : localTextOf(value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const take = () => {
    if (text !== shown) onChange(momentOfLocal(text));
  };
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === 'Enter') take();
      }}
      error={error}
      flex="1 1 12rem"
      maw={240}
    />
  );
}
