import { Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { useStepEditing } from '../step-context.ts';
import { withMember } from '../steps.ts';
import { ZoneInputs, zoneToBeginWith } from './zone-inputs.tsx';

type At = NonNullable<Step['at']>;

/** The time of day at which a step goes, where it waits for one. */
export function AtInputs({ step }: { step: Step }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { at } = step;
  const set = (next: At | undefined, key?: string) => change(withMember(step, 'at', next), key);
  return (
    <Stack gap="sm">
      <Switch
        label={t('timing.at.label')}
        description={t('timing.at.hint')}
        checked={at !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          set(checked ? { time: '09:00', zone: zoneToBeginWith() } : undefined)
        }
      />
      {at !== undefined && (
        <>
          <Group gap="sm" align="flex-end">
            <TextInput
              type="time"
              label={t('timing.at.time')}
              value={at.time}
              onChange={({ currentTarget: { value } }) => {
                if (value !== '') set({ ...at, time: value }, 'at.time');
              }}
              w={130}
            />
            <Checkbox
              label={t('timing.at.tomorrow')}
              checked={at.day === 'tomorrow'}
              onChange={({ currentTarget: { checked } }) =>
                set(withMember(at, 'day', checked ? 'tomorrow' : undefined))
              }
              mb={8}
            />
          </Group>
          <ZoneInputs zone={at.zone} onChange={(zone, key) => set({ ...at, zone }, key && `at.${key}`)} />
        </>
      )}
    </Stack>
  );
}
