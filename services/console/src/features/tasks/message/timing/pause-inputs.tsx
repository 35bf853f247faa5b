import { Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { AddRow, RemoveRow } from '../row-buttons.tsx';
import { withMember } from '../steps.ts';
import { DurationInput } from './duration-input.tsx';

type Retry = NonNullable<Step['retry']>;

interface PauseInputsProps {
  retry: Retry;
  onChange: (retry: Retry, key?: string) => void;
}

/** The pauses between the attempts: growing ones, or each as it is written. */
export function PauseInputs({ retry, onChange }: PauseInputsProps) {
  const { t } = useTranslation('tasks');
  const { delay: _delay, max_delay: _longest, backoff: _backoff, delays, ...others } = retry;
  const choose = (chosen: string | null) => {
    if (chosen === 'growing' && delays !== undefined) onChange(others);
    if (chosen === 'list' && delays === undefined) onChange({ ...others, delays: [retry.delay ?? '2s'] });
  };
  return (
    <Stack gap="sm">
      <Select
        label={t('timing.pauses.label')}
        data={[
          { value: 'growing', label: t('timing.pauses.growing') },
          { value: 'list', label: t('timing.pauses.list') },
        ]}
        value={delays === undefined ? 'growing' : 'list'}
        onChange={choose}
        allowDeselect={false}
        maw={360}
      />
      {delays === undefined ? (
        <Group gap="xl" align="flex-start">
          <DurationInput
            label={t('timing.firstPause')}
            hint={t('timing.firstPauseHint')}
            value={retry.delay ?? '2s'}
            onChange={(value) => onChange(withMember(retry, 'delay', value), 'retry.delay')}
          />
          <DurationInput
            label={t('timing.longestPause')}
            hint={t('timing.longestPauseHint')}
            value={retry.max_delay ?? '1h'}
            onChange={(value) => onChange(withMember(retry, 'max_delay', value), 'retry.max_delay')}
          />
        </Group>
      ) : (
        <PauseList delays={delays} onChange={(next, key) => onChange({ ...retry, delays: next }, key)} />
      )}
    </Stack>
  );
}

const MOST = 99;

interface PauseListProps {
  delays: readonly string[];
  onChange: (delays: string[], key?: string) => void;
}

function PauseList({ delays, onChange }: PauseListProps) {
  const { t } = useTranslation('tasks');
  return (
    <>
      {delays.map((pause, i) => (
        <Group key={i} gap={6} align="flex-end">
          <DurationInput
            label={t('timing.pauses.one', { number: i + 1 })}
            value={pause}
            onChange={(value) => onChange(delays.with(i, value ?? '0s'), `retry.delays.${i}`)}
          />
          <RemoveRow
            label={t('timing.pauses.remove', { number: i + 1 })}
            disabled={delays.length === 1}
            onClick={() => onChange(delays.toSpliced(i, 1))}
          />
        </Group>
      ))}
      <AddRow
        label={t('timing.pauses.add')}
        disabled={delays.length === MOST}
        onClick={() => onChange([...delays, delays.at(-1) ?? '2s'])}
      />
    </>
  );
}
