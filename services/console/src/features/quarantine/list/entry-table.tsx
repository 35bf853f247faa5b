import { Anchor, Checkbox, Skeleton, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTaskName } from '../../../api/task-names.ts';
import type { QuarantineSummary } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Time } from '../../../ui/time.tsx';
import { useCauseWords } from '../use-cause-words.ts';

const SKELETON_ROWS = 4;

interface EntryTableProps {
  entries: readonly QuarantineSummary[];
  chosen: readonly string[];
  /** Absent where nothing can be chosen. */
  onChoose: ((ids: readonly string[]) => void) | undefined;
}

export function EntryTable({ entries, chosen, onChoose }: EntryTableProps) {
  const { t } = useTranslation('quarantine');
  const isAll = chosen.length === entries.length;
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {onChoose !== undefined && (
            <Table.Th w={1}>
              <Checkbox
                aria-label={t('list.chooseAll')}
                checked={isAll}
                indeterminate={chosen.length > 0 && !isAll}
                onChange={() => onChoose(isAll ? [] : entries.map(({ id }) => id))}
              />
            </Table.Th>
          )}
          <Table.Th>{t('list.why')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('list.task')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('list.received')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            isChosen={chosen.includes(entry.id)}
            onToggle={
              onChoose === undefined
                ? undefined
                : (isOn) =>
                    onChoose(isOn ? [...chosen, entry.id] : chosen.filter((other) => other !== entry.id))
            }
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface EntryRowProps {
  entry: QuarantineSummary;
  isChosen: boolean;
  onToggle: ((isOn: boolean) => void) | undefined;
}

function EntryRow({ entry, isChosen, onToggle }: EntryRowProps) {
  const { t } = useTranslation('quarantine');
  const { errorWords, codeWords } = useCauseWords();
  const format = useFormat();
  const task = useTaskName(entry.task_id);
  const taskName = task === null ? t('list.taskGone') : task;
  const [first, ...others] = entry.errors;
  const title = first === undefined ? codeWords(entry) : errorWords(first);
  return (
    <Table.Tr>
      {onToggle !== undefined && (
        <Table.Td>
          <Checkbox
            aria-label={t('list.choose', { time: format.dateTime(entry.received_at) })}
            checked={isChosen}
            onChange={(event) => onToggle(event.currentTarget.checked)}
          />
        </Table.Td>
      )}
      <Table.Td>
        <Anchor
          component={Link}
          to={`/quarantine/${entry.id}`}
          fw={550}
          c="var(--mantine-color-text)"
          style={{ overflowWrap: 'anywhere' }}
        >
          {title}
        </Anchor>
        {others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('list.others', { count: others.length })}
          </Text>
        )}
        <Text size="sm" c="dimmed" hiddenFrom="sm">
          {taskName} · <Time iso={entry.received_at} relative />
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm" miw={160}>
        {taskName}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        <Time iso={entry.received_at} relative />
      </Table.Td>
    </Table.Tr>
  );
}

export function EntryTableSkeleton() {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" aria-hidden>
      <Table.Tbody>
        {Array.from({ length: SKELETON_ROWS }, (_, row) => (
          <Table.Tr key={row}>
            <Table.Td>
              <Skeleton height={18} width="60%" my={4} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
