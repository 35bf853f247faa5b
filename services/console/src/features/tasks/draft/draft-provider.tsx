import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../../ui/notify.ts';
import type { WhatsAppMessage } from '../message/steps.ts';
import { useTask } from '../page/task-context.ts';
import { useSaveTask } from '../use-save-task.ts';
import { changedParts, contentOf, isSame } from './content.ts';
import { DraftContext, type Draft } from './draft-context.ts';
import { isOvertaken, withEdit, withoutLast, type Edits } from './edits.ts';
import { keepEdits, keptEdits } from './kept-edits.ts';

/** Holds what is changed and not saved, over all tabs of the task. Give it the task's id as its key. */
export function DraftProvider({ children }: { children: ReactNode }) {
  const draft = useEdits();
  useHotkeys([['mod+S', draft.save]], [], true);
  return <DraftContext value={draft}>{children}</DraftContext>;
}

function useEdits(): Draft {
  const task = useTask();
  const saved = useMemo(() => contentOf(task), [task]);
  const [edits, setEdits] = useState<Edits | null>(() => keptEdits(task.id));
  const [otherKinds] = useState(() => new Map<string, WhatsAppMessage>());
  const { save, isSaving, error, reset } = useSave(() => {
    setEdits(null);
    otherKinds.clear();
  });
  useEffect(() => keepEdits(task.id, edits), [task.id, edits]);
  const content = edits?.present ?? saved;
  const isDirty = !isSame(content, saved);
  return {
    content,
    isDirty,
    edit: (change, key) => {
      reset();
      setEdits((now) => withEdit(now, saved, change, key));
    },
    canUndo: edits !== null,
    undo: () => setEdits((now) => now && withoutLast(now)),
    discard: () => {
      reset();
      setEdits((now) => withEdit(now, saved, saved, undefined));
    },
    settle: () => setEdits(null),
    isOvertaken: edits !== null && isOvertaken(edits, saved),
    save: () => {
      if (isDirty && !isSaving) save(changedParts(saved, content));
    },
    isSaving,
    otherKinds,
    error,
  };
}

function useSave(onSaved: () => void) {
  const { t } = useTranslation('tasks');
  const { id } = useTask();
  const { mutate, isPending, error, reset } = useSaveTask(id);
  return {
    isSaving: isPending,
    error,
    reset,
    save: (patch: Parameters<typeof mutate>[0]) =>
      mutate(patch, {
        onSuccess: ({ revision }) => {
          onSaved();
          notifyDone(t('draft.saved', { revision }));
        },
      }),
  };
}
