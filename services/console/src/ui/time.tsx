import { Tooltip } from '@mantine/core';
import { useFormat } from '../i18n/use-format.ts';

interface TimeProps {
  /** ISO 8601. */
  iso: string;
  /** “3 minutes ago” instead of the date; the date is then in the tooltip. */
  relative?: boolean;
}

/** A moment as the language writes it, in the reader's own time zone. */
export function Time({ iso, relative = false }: TimeProps) {
  const format = useFormat();
  return (
    <Tooltip label={format.dateTime(iso, 'full')} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={iso}>{relative ? format.relative(iso) : format.dateTime(iso)}</time>
    </Tooltip>
  );
}
