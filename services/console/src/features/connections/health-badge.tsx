import { useTranslation } from 'react-i18next';
import type { Connection } from '../../api/types.ts';
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx';

type Health = NonNullable<Connection['health']>;

const tones: Readonly<Record<Health['state'], Tone>> = { closed: 'good', open: 'bad', half_open: 'waiting' };

/** Whether a connection works, as its last attempts have shown. */
export function HealthBadge({ health }: { health: Health }) {
  const { t } = useTranslation('connections');
  return <StatusBadge tone={tones[health.state]}>{t(`health.${health.state}`)}</StatusBadge>;
}
