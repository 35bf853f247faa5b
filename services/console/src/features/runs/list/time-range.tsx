import { useEffect, useState } from 'react';
import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localTextOf, momentOfLocal } from './local-time.ts';

interface TimeRangeProps {
  /** ISO 8601. */
  from: string | undefined;
  to: string | undefined;
  onChange: (changed: { from: string | null } | { to: string | null }) => void;
}

/** The two moments between which runs were received, in the reader's own time zone; either may be left open. */
export function TimeRange({ from, to, onChange }: TimeRangeProps) {
  const { t } = useTranslation('runs');
  const isReversed = from !== undefined && to !== undefined && Date.parse(to) <= Date.parse(from);
  return (
    <Group gap="sm" align="flex-start" flex="1 1 20rem" maw={500}>
      <Moment label={t('filters.from')} value={from} onChange={(next) => onChange({ from: next })} />
      <Moment
        label={t('filters.to')}
        value={to}
        onChange={(next) => onChange({ to: next })}
        error={isReversed ? t('filters.order') : undefined}
      />
    </Group>
  );
}

interface MomentProps {
  label: string;
  value: string | undefined;
  onChange: (iso: string | null) => void;
  error?: string | undefined;
}

/** Counts when Enter is pressed or the field is left: half a year is a year, too. */
function Moment({ label, value, onChange, error }: MomentProps) {
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
