import { ActionIcon, Group, Select, TextInput, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../api/types.ts';
import { useDraft } from '../draft/draft-context.ts';
import { useFirstConnection } from './connections.ts';
import { useStepEditing } from './step-context.ts';
import { channels, moved, withChannel } from './steps.ts';
import classes from './flow.module.css';

interface StepHeadProps {
  step: Step;
  index: number;
  count: number;
}

/** Which step it is, by which channel, and its place among the others. */
export function StepHead({ step, index, count }: StepHeadProps) {
  const { t } = useTranslation('tasks');
  const { change, errorsAt } = useStepEditing();
  const firstConnection = useFirstConnection();
  const choose = (value: string | null) => {
    const channel = channels.find((one) => one === value);
    if (channel !== undefined) change(withChannel(step, channel, firstConnection(channel)));
  };
  return (
    <div className={classes['head']}>
      <VisuallyHidden component="h2">
        {t('message.step', { number: index + 1, name: step.id })}
      </VisuallyHidden>
      <span className={classes['number']} aria-hidden>
        {index + 1}
      </span>
      <Select
        label={t('message.channel')}
        data={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
        value={step.channel}
        onChange={choose}
        allowDeselect={false}
        className={classes['channel'] ?? ''}
      />
      <TextInput
        label={t('message.name')}
        value={step.id}
        onChange={({ currentTarget }) => change({ ...step, id: currentTarget.value }, 'id')}
        error={
          errorsAt('id').length > 0 || !/^[a-z0-9][a-z0-9_-]{0,63}$/.test(step.id)
            ? t('message.nameWrong')
            : undefined
        }
        spellCheck={false}
        flex="1 1 9rem"
        maw={220}
      />
      <StepMoves step={step} index={index} count={count} />
    </div>
  );
}

function StepMoves({ step, index, count }: StepHeadProps) {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const move = (to: number) => edit({ steps: moved(content.steps, index, to) });
  const name = step.id;
  return (
    <Group gap={2} ms="auto">
      <Move
        icon={IconArrowUp}
        label={t('message.up', { name })}
        off={index === 0}
        act={() => move(index - 1)}
      />
      <Move
        icon={IconArrowDown}
        label={t('message.down', { name })}
        off={index === count - 1}
        act={() => move(index + 1)}
      />
      <Move
        icon={IconTrash}
        label={t('message.remove', { name })}
        off={count === 1}
        act={() => edit({ steps: content.steps.toSpliced(index, 1) })}
      />
    </Group>
  );
}

function Move({
  icon: IconOfMove,
  label,
  off,
  act,
}: {
  icon: Icon;
  label: string;
  off: boolean;
  act: () => void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} disabled={off} onClick={act}>
        <IconOfMove size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
