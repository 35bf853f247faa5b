import type { ReactNode } from 'react';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from './document-title.ts';

interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  /** Beside the title: a status badge. */
  badge?: ReactNode;
  /** On the right, or below on a narrow page: the buttons of the page. */
  actions?: ReactNode;
  /** Above the title: the way back to a list. */
  back?: ReactNode;
}

/** The head of every page; its title is the page's one h1 and the document's title. */
export function PageHeader({ title, subtitle, badge, actions, back }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <Stack gap={6} mb="lg">
      {back}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} miw={0} flex="1 1 16rem">
          <Group gap="sm">
            <Title order={1} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            {badge}
          </Group>
          {subtitle !== undefined && <Text c="dimmed">{subtitle}</Text>}
        </Stack>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
    </Stack>
  );
}
