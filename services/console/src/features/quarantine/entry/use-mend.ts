import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { queryKeys } from '../../../api/query-keys.ts';
import type { QuarantineEntry, Task } from '../../../api/types.ts';
import { notifyDone } from '../../../ui/notify.ts';
import { encodeBody } from './decode-body.ts';
import type { LeadValues } from './reading.ts';

/** What is put right: nothing, the values of the lead, where the task takes them from, or the body. */
export type Mend =
  | { kind: 'as_it_came' }
  | { kind: 'lead'; lead: LeadValues; extra_fields: Record<string, unknown> }
  | { kind: 'mapping'; task: Task; mapping: LeadValues }
  | { kind: 'body'; text: string };

/** Puts a request right and replays it. A mapping is saved even where the request still gives no lead. */
export function useMend(entry: QuarantineEntry) {
  const { t } = useTranslation('quarantine');
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (mend: Mend) => {
      if (mend.kind === 'mapping') await saveMapping(mend.task, mend.mapping);
      const params = { path: { id: entry.id } };
      return answerOf(api.POST('/v1/quarantine/{id}/replay', { params, body: replayOf(mend) }));
    },
    onSuccess: ({ status }) => notifyDone(t(`done.${status}`)),
    onSettled: async (_answer, _error, mend) => {
      if (mend.kind === 'mapping') await queryClient.invalidateQueries({ queryKey: queryKeys.tasks.all });
      await queryClient.invalidateQueries({ queryKey: queryKeys.quarantine.all });
    },
  });
}

async function saveMapping({ id, lead }: Task, chosen: LeadValues): Promise<void> {
  const mapping = { ...lead.mapping, ...withoutEmpty(chosen) };
  await answerOf(
    api.PATCH('/v1/tasks/{id}', { params: { path: { id } }, body: { lead: { ...lead, mapping } } }),
  );
}

function replayOf(mend: Mend) {
  if (mend.kind === 'body') return { body: encodeBody(mend.text) };
  if (mend.kind === 'lead') return { lead: { ...withoutEmpty(mend.lead), extra_fields: mend.extra_fields } };
  return {};
}

function withoutEmpty(values: LeadValues): Partial<LeadValues> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}
