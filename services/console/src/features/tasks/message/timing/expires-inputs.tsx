import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { MomentInput } from '../../../../ui/moment-input.tsx';
import { useStepEditing } from '../step-context.ts';
import { withMember } from '../steps.ts';
import { DurationInput } from './duration-input.tsx';

const DAY_MS = 86_400_000;
const kinds = ['never', 'after', 'moment'] as const;
const isDuration = (expires: string) => /^\d+(ms|s|m|h|d)$/.test(expires);

/** From when on it is too late for a step: so long after the lead, or a moment. */
export function ExpiresInputs({ step }: { step: Step }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { expires } = step;
  const set = (next: string | undefined, key?: string) => change(withMember(step, 'expires', next), key);
  const kind = expires === undefined ? 'never' : isDuration(expires) ? 'after' : 'moment';
  const choose = (chosen: string | null) => {
    if (chosen === 'never') set(undefined);
    if (chosen === 'after') set('2d');
    if (chosen === 'moment') set(new Date(Date.now() + DAY_MS).toISOString());
  };
  return (
    <Group gap="xl" align="flex-start">
      <Select
        label={t('timing.expires.label')}
        description={t('timing.expires.hint')}
        data={kinds.map((value) => ({ value, label: t(`timing.expires.${value}`) }))}
        value={kind}
        onChange={choose}
        allowDeselect={false}
        w={300}
      />
      {expires !== undefined && kind === 'after' && (
        <DurationInput
          label={t('timing.expires.duration')}
          hint={t('timing.expires.durationHint')}
          value={expires}
          onChange={(value) => set(value ?? '0s', 'expires')}
        />
      )}
      {expires !== undefined && kind === 'moment' && (
        <MomentInput
          label={t('timing.expires.time')}
          value={expires}
          onChange={(value) => {
            if (value !== null) set(value);
          }}
        />
      )}
    </Group>
  );
}
