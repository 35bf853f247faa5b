import { Group, Input, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const units = ['s', 'm', 'h', 'd'] as const;

interface DurationInputProps {
  label: string;
  hint?: string;
  /** Such as `10m`; undefined for none. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  error?: string | undefined;
}

/** A time of so many seconds, minutes, hours or days; empty for none. */
export function DurationInput({ label, hint, value, onChange, error }: DurationInputProps) {
  const { t } = useTranslation('tasks');
  const [, amount = '', unit = 'm'] = /^(\d+)(ms|s|m|h|d)$/.exec(value ?? '') ?? [];
  const shown =
    unit === 'ms' ? { amount: String(Math.ceil(Number(amount) / 1_000)), unit: 's' } : { amount, unit };
  const set = (next: string | number, nextUnit: string) =>
    onChange(next === '' ? undefined : `${next}${nextUnit}`);
  return (
    <Input.Wrapper labelElement="div" label={label} description={hint} error={error}>
      <Group gap={6} wrap="nowrap" mt={4}>
        <NumberInput
          aria-label={label}
          value={shown.amount === '' ? '' : Number(shown.amount)}
          onChange={(next) => set(next, shown.unit)}
          min={0}
          max={999_999}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          w={80}
        />
        <Select
          aria-label={t('timing.unitOf', { label })}
          data={units.map((one) => ({ value: one, label: t(`timing.units.${one}`) }))}
          value={shown.unit}
          onChange={(next) => next !== null && shown.amount !== '' && set(shown.amount, next)}
          allowDeselect={false}
          w={120}
        />
      </Group>
    </Input.Wrapper>
  );
}
