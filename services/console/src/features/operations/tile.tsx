import { Text } from '@mantine/core';
import { Surface } from '../../ui/surface.tsx';

interface TileProps {
  label: string;
  value: string;
  /** What the figure means, or what could be better. */
  note: string;
  /** What is wrong and what to do; in the place of the note. */
  trouble?: string | undefined;
}

/** One figure. */
export function Tile({ label, value, note, trouble }: TileProps) {
  return (
    <Surface>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
      <Text size="sm" c={trouble === undefined ? 'dimmed' : 'var(--mantine-color-error)'}>
        {trouble ?? note}
      </Text>
    </Surface>
  );
}
