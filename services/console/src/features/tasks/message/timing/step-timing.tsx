import { Accordion, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';
import { useStepEditing } from '../step-context.ts';
import { withMember } from '../steps.ts';
import { AtInputs } from './at-inputs.tsx';
import { DurationInput } from './duration-input.tsx';
import { ExpiresInputs } from './expires-inputs.tsx';
import { RetryInputs } from './retry-inputs.tsx';
import { useTimingWords } from './timing-words.ts';
import { WindowInputs } from './window-inputs.tsx';

/** When a step goes, whether, and what becomes of a failure: in a sentence, and to be changed behind it. */
export function StepTiming({ step }: { step: Step }) {
  const { t } = useTranslation('tasks');
  const words = useTimingWords();
  return (
    <Accordion variant="default" chevronPosition="left" order={3}>
      <Accordion.Item value="timing" bd="none">
        <Accordion.Control px={0} styles={{ label: { paddingBlock: 0 }, chevron: { marginInlineStart: 0 } }}>
          <Text size="sm" fw={500}>
            {t('timing.title')}
          </Text>
          <Text size="sm" c="dimmed">
            {words(step)}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <TimingInputs step={step} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function TimingInputs({ step }: { step: Step }) {
  const { t } = useTranslation('tasks');
  const { change, errorsAt } = useStepEditing();
  const [whenError] = errorsAt('when');
  return (
    <Stack pt="xs">
      <Group gap="xl" align="flex-start">
        <DurationInput
          label={t('timing.wait')}
          hint={t('timing.waitHint')}
          value={step.wait}
          onChange={(wait) => change(withMember(step, 'wait', wait), 'wait')}
        />
        <TextInput
          label={t('timing.when')}
          description={t('timing.whenHint')}
          placeholder="steps.welcome.delivered == false"
          value={step.when ?? ''}
          onChange={({ currentTarget: { value } }) =>
            change(withMember(step, 'when', value === '' ? undefined : value), 'when')
          }
          error={whenError && t('map.invalid', { message: whenError.message, column: whenError.column ?? 1 })}
          spellCheck={false}
          flex="1 1 18rem"
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      </Group>
      <AtInputs step={step} />
      <WindowInputs step={step} />
      <ExpiresInputs step={step} />
      <RetryInputs step={step} />
    </Stack>
  );
}
