import { Chip, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { useTask } from '../../page/task-context.ts';
import { useStepEditing } from '../step-context.ts';
import { withMember } from '../steps.ts';
import { DurationInput } from './duration-input.tsx';
import { ZoneInputs, zoneToBeginWith } from './zone-inputs.tsx';

type Window = NonNullable<Step['window']>;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const workingHours = (): Window => ({
  from: '09:00',
  to: '19:00',
  zone: zoneToBeginWith(),
});

/** In which hours a step may go: those of the task, its own, or any. */
export function WindowInputs({ step }: { step: Step }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const task = useTask();
  const own = step.window ?? undefined;
  const kind = own === undefined ? (step.window === null ? 'none' : 'task') : 'own';
  const choose = (chosen: string | null) => {
    if (chosen === 'task') return change(withMember(step, 'window', undefined));
    return change({ ...step, window: chosen === 'own' ? workingHours() : null });
  };
  const inherited =
    task.window === undefined
      ? t('timing.window.any')
      : t('timing.window.task', { from: task.window.from, to: task.window.to });
  return (
    <Stack gap="sm">
      <Select
        label={t('timing.window.label')}
        data={[
          { value: 'task', label: inherited },
          { value: 'own', label: t('timing.window.own') },
          ...(task.window === undefined ? [] : [{ value: 'none', label: t('timing.window.any') }]),
        ]}
        value={kind === 'none' && task.window === undefined ? 'task' : kind}
        onChange={choose}
        allowDeselect={false}
        maw={360}
      />
      {own !== undefined && (
        <OwnWindow window={own} onChange={(window, key) => change({ ...step, window }, key)} />
      )}
    </Stack>
  );
}

interface OwnWindowProps {
  window: Window;
  onChange: (window: Window, key?: string) => void;
}

function OwnWindow({ window, onChange }: OwnWindowProps) {
  const { t } = useTranslation('tasks');
  const { days = [...weekdays] } = window;
  const setDays = (chosen: string[]) => {
    const next = weekdays.filter((day) => chosen.includes(day));
    if (next.length > 0) onChange(withMember(window, 'days', next.length === 7 ? undefined : next));
  };
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="time"
            label={t(`timing.window.${end}`)}
            value={window[end] === '24:00' ? '00:00' : window[end]}
            onChange={({ currentTarget: { value } }) => {
              if (value !== '')
                onChange(
                  { ...window, [end]: end === 'to' && value === '00:00' ? '24:00' : value },
                  `window.${end}`,
                );
            }}
            w={130}
          />
        ))}
      </Group>
      <Input.Wrapper labelElement="div" label={t('timing.window.days')}>
        <Group gap={6} mt={4}>
          <Chip.Group multiple value={days} onChange={setDays}>
            {weekdays.map((day) => (
              <Chip key={day} value={day} size="xs">
                {t(`timing.weekdays.${day}`)}
              </Chip>
            ))}
          </Chip.Group>
        </Group>
      </Input.Wrapper>
      <ZoneInputs
        zone={window.zone}
        onChange={(zone, key) => onChange({ ...window, zone }, key && `window.${key}`)}
      />
      <DurationInput
        label={t('timing.window.spread')}
        hint={t('timing.window.spreadHint')}
        value={window.spread}
        onChange={(spread) => onChange(withMember(window, 'spread', spread), 'window.spread')}
      />
    </Stack>
  );
}
