import { Badge } from '@mantine/core';

export type Tone = 'good' | 'busy' | 'waiting' | 'bad' | 'quiet';

const colors: Record<Tone, string> = {
  good: 'var(--accent-color)',
  busy: 'blue',
  waiting: 'yellow',
  bad: 'red',
  quiet: 'gray',
};

/** A state in a word; its colour only underlines what the word says. */
export function StatusBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge color={colors[tone]} variant="dot" size="md" radius="sm" tt="none" fw={500} miw="max-content">
      {children}
    </Badge>
  );
}
