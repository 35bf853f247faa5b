import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MomentInput } from '../../../ui/moment-input.tsx';

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
      <MomentInput label={t('filters.from')} value={from} onChange={(next) => onChange({ from: next })} />
      <MomentInput
        label={t('filters.to')}
        value={to}
        onChange={(next) => onChange({ to: next })}
        error={isReversed ? t('filters.order') : undefined}
      />
    </Group>
  );
}
