import { useTranslation } from 'react-i18next';
import type { ReplayFilter } from '../../../api/types.ts';
import { useTaskName } from '../../../api/task-names.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useReasonWords } from '../../../ui/run/use-reason-words.ts';

/** Which runs a replay takes, in a few words for each restriction. */
export function useFilterWords({ task_id, status = ['failed'], reason, from, to }: ReplayFilter): string[] {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const words = useReasonWords();
  const task = useTaskName(task_id ?? '');
  return [
    task_id === undefined ? t('filters.anyTask') : (task ?? t('list.taskGone')),
    status.map((one) => t(`status.${one}`)).join(', '),
    ...(reason === undefined ? [] : [words({ code: reason, message: reason })]),
    ...(from === undefined ? [] : [t('bulk.since', { time: format.dateTime(from) })]),
    ...(to === undefined ? [] : [t('bulk.until', { time: format.dateTime(to) })]),
    ...(from === undefined && to === undefined ? [t('filters.anyTime')] : []),
  ];
}
