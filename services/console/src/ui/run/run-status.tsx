import { useTranslation } from 'react-i18next';
import type { RunStatus } from '../../api/types.ts';
import { StatusBadge, type Tone } from '../status-badge.tsx';

const tones: Record<RunStatus, Tone> = {
  queued: 'busy',
  running: 'busy',
  waiting: 'waiting',
  held: 'waiting',
  succeeded: 'good',
  failed: 'bad',
  skipped: 'quiet',
  cancelled: 'quiet',
};

/** The state of a run or of a step. */
export function RunStatusBadge({ status }: { status: RunStatus }) {
  const { t } = useTranslation('runs');
  return <StatusBadge tone={tones[status]}>{t(`status.${status}`)}</StatusBadge>;
}
