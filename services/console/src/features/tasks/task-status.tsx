import { useTranslation } from 'react-i18next';
import type { Task } from '../../api/types.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';

export function TaskStatus({ status }: { status: Task['status'] }) {
  const { t } = useTranslation('tasks');
  return <StatusBadge tone={status === 'active' ? 'good' : 'waiting'}>{t(`status.${status}`)}</StatusBadge>;
}
