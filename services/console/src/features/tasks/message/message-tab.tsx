import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/types.ts';
import { Surface } from '../../../ui/surface.tsx';
import { useTask } from '../page/task-context.ts';

/** The steps that a run takes, in their order. */
export function MessageTab() {
  const { t } = useTranslation('tasks');
  const { steps } = useTask();
  return (
    <Surface title={t('message.steps')}>
      <Stack component="ol" gap="md" m={0} pl="lg">
        {steps.map((step) => (
          <li key={step.id}>
            <Group gap="xs">
              <Text fw={550}>{step.id}</Text>
              <Badge variant="default" tt="none">
                {step.channel}
              </Badge>
            </Group>
            <Text c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {textOf(step)}
            </Text>
          </li>
        ))}
      </Stack>
    </Surface>
  );
}

function textOf(step: Task['steps'][number]): string {
  if (step.channel === 'http') return step.request.url;
  return 'text' in step.message ? (step.message.text ?? '') : '';
}
