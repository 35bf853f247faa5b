import type { ReactNode } from 'react';
import { Center, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  /** What will be here, and how it comes. */
  text: string;
  action?: ReactNode;
  /** 1 where it is all that the page shows. */
  level?: 1 | 2;
}

/** What stands where there is nothing yet: it teaches what comes here and how. */
export function EmptyState({ icon: IconOfState, title, text, action, level = 2 }: EmptyStateProps) {
  return (
    <Center mih={320} p="xl">
      <Stack align="center" gap="sm" maw={420} ta="center">
        <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
          <IconOfState size={26} stroke={1.6} />
        </ThemeIcon>
        <Title order={level} size="h2">
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        {action}
      </Stack>
    </Center>
  );
}
