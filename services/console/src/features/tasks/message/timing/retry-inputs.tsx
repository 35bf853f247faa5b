import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { useStepEditing } from '../step-context.ts';
import { withMember } from '../steps.ts';
import { DurationInput } from './duration-input.tsx';
import { PauseInputs } from './pause-inputs.tsx';

type Retry = NonNullable<Step['retry']>;

const DEFAULT_ATTEMPTS = 8;

/** How often a failed attempt is made again, and what becomes of the run where none works. */
export function RetryInputs({ step }: { step: Step }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { retry = {} } = step;
  const put = (next: Retry, key?: string) =>
    change(withMember(step, 'retry', Object.keys(next).length === 0 ? undefined : next), key);
  const set = <K extends keyof Retry>(key: K, value: Retry[K] | undefined) =>
    put(withMember(retry, key, value), `retry.${key}`);
  return (
    <>
      <Group gap="xl" align="flex-start">
        <NumberInput
          label={t('timing.attempts')}
          description={t('timing.attemptsHint')}
          value={retry.max_attempts ?? DEFAULT_ATTEMPTS}
          onChange={(value) => set('max_attempts', typeof value === 'number' ? value : undefined)}
          min={1}
          max={100}
          clampBehavior="strict"
          allowDecimal={false}
          w={200}
        />
        <DurationInput
          label={t('timing.maxAge')}
          hint={t('timing.maxAgeHint')}
          value={retry.max_age}
          onChange={(value) => set('max_age', value)}
        />
      </Group>
      <PauseInputs retry={retry} onChange={put} />
      <Select
        label={t('timing.onFailure')}
        data={[
          { value: 'stop', label: t('timing.failure.stop') },
          { value: 'continue', label: t('timing.failure.continue') },
        ]}
        value={step.on_failure ?? 'stop'}
        onChange={(value) => change(withMember(step, 'on_failure', value === 'continue' ? value : undefined))}
        allowDeselect={false}
        maw={360}
      />
    </>
  );
}
