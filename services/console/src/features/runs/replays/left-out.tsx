import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Replay } from '../../../api/types.ts';
import { useReasonWords } from '../../../ui/run/use-reason-words.ts';

const told = ['later_run', 'erased', 'task_deleted', 'revision_missing', 'connection_missing'] as const;

/** Which of the runs do not start again, and why. */
export function LeftOut({ counts }: { counts: Replay['left_out'] }) {
  const { t } = useTranslation('runs');
  const words = useReasonWords();
  if (counts.length === 0) return null;
  return (
    <>
      <Text size="sm">{t('bulk.leftOut', { count: leftOutOf(counts) })}</Text>
      <List size="sm">
        {counts.map(({ code, count }) => {
          const known = told.find((one) => one === code);
          const cause = known === undefined ? words({ code, message: code }) : t(`bulk.causes.${known}`);
          return <List.Item key={code}>{t('bulk.cause', { count, cause })}</List.Item>;
        })}
      </List>
    </>
  );
}

export const leftOutOf = (counts: Replay['left_out']): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
