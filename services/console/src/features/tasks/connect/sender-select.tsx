import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../../ui/notify.ts';
import { useNotifyProblem } from '../../../ui/notify-problem.ts';
import { useSourceName } from '../../../ui/use-source-name.ts';
import { useTask } from '../page/task-context.ts';
import { isSource, sources } from '../../../api/sources.ts';
import { useSaveTask } from '../use-save-task.ts';

/** The kind of sender; a choice is saved at once. */
export function SenderSelect() {
  const { t } = useTranslation('tasks');
  const { id, source } = useTask();
  const sourceName = useSourceName();
  const { mutate, isPending } = useSaveTask(id);
  const onError = useNotifyProblem();
  const choose = (chosen: string | null) => {
    if (chosen === null || !isSource(chosen) || chosen === source) return;
    const onSuccess = () => notifyDone(t('guide.senderSaved', { name: sourceName(chosen) }));
    mutate({ source: chosen }, { onSuccess, onError });
  };
  return (
    <Select
      label={t('guide.sender')}
      description={t('guide.senderHint')}
      data={sources.map((value) => ({ value, label: sourceName(value) }))}
      value={source}
      onChange={choose}
      disabled={isPending}
      searchable
      allowDeselect={false}
      maw={340}
    />
  );
}
