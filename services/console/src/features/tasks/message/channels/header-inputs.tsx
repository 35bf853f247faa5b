import { Group, Input, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AddRow, RemoveRow } from '../row-buttons.tsx';

interface HeaderInputsProps {
  headers: Readonly<Record<string, string>>;
  onChange: (headers: Record<string, string> | undefined) => void;
}

/** The headers of a call, in their order. */
export function HeaderInputs({ headers, onChange }: HeaderInputsProps) {
  const { t } = useTranslation('tasks');
  const rows = Object.entries(headers);
  const set = (next: [string, string][]) =>
    onChange(next.length === 0 ? undefined : Object.fromEntries(next));
  const freeName = Array.from({ length: rows.length + 1 }, (_, i) => `x-header-${i + 1}`).find(
    (name) => !(name in headers),
  );
  return (
    <Input.Wrapper labelElement="div" label={t('message.http.headers')}>
      <Stack gap={6} mt={4}>
        {rows.map(([name, value], i) => (
          <Group key={i} gap={6} wrap="nowrap">
            <TextInput
              aria-label={t('message.http.headerName', { number: i + 1 })}
              value={name}
              onChange={({ currentTarget }) => set(rows.with(i, [currentTarget.value, value]))}
              spellCheck={false}
              flex="0 1 40%"
            />
            <TextInput
              aria-label={t('message.http.headerValue', { name })}
              value={value}
              onChange={({ currentTarget }) => set(rows.with(i, [name, currentTarget.value]))}
              spellCheck={false}
              flex={1}
            />
            <RemoveRow
              label={t('message.http.headerRemove', { name })}
              onClick={() => set(rows.toSpliced(i, 1))}
            />
          </Group>
        ))}
        <AddRow
          label={t('message.http.headerAdd')}
          onClick={() => set([...rows, [freeName ?? 'x-header', '']])}
        />
      </Stack>
    </Input.Wrapper>
  );
}
