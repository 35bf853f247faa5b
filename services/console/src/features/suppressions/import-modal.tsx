import { useMemo, useState } from 'react';
import { Alert, Button, FileButton, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { localCountry } from '../../i18n/countries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountrySelect } from '../../ui/country-select.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ReasonSelect } from './add-modal.tsx';
import { readList } from './read-list.ts';
import type { Reason } from './reasons.ts';
import { useImport, type Imported } from './use-import.ts';

const SHOWN_INVALID = 20;

/** Suppresses everybody on a pasted list or in a file. */
export function ImportModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['suppressions', 'ui']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('import.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <ImportForm onClose={onClose} />
    </Modal>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('suppressions');
  const [text, setText] = useState('');
  const [country, setCountry] = useState(localCountry(i18n.language));
  const [reason, setReason] = useState<Reason>('requested');
  const lines = useMemo(() => readList(text), [text]);
  const importing = useMutation({ mutationFn: useImport() });
  if (importing.data !== undefined) return <Result imported={importing.data} onClose={onClose} />;
  return (
    <Stack>
      <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={(file) => void file?.text().then(setText)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            w="fit-content"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            {t('import.file')}
          </Button>
        )}
      </FileButton>
      <Textarea
        data-autofocus
        label={t('import.list')}
        description={t('import.listHint')}
        autosize
        minRows={6}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <CountrySelect
        label={t('address.country')}
        description={t('address.countryHint')}
        value={country}
        onChange={(code) => setCountry(code ?? country)}
      />
      <ReasonSelect value={reason} onChange={(value) => setReason((value as Reason | null) ?? reason)} />
      {importing.error !== null && <ProblemAlert error={importing.error} />}
      <Group>
        <Button
          disabled={lines.length === 0}
          loading={importing.isPending}
          onClick={() => importing.mutate({ lines, country, reason })}
        >
          {t('import.submit', { count: lines.length })}
        </Button>
      </Group>
    </Stack>
  );
}

function Result({ imported: { suppressed, invalid }, onClose }: { imported: Imported; onClose: () => void }) {
  const { t } = useTranslation(['suppressions', 'ui']);
  const format = useFormat();
  return (
    <Stack>
      <Alert color="petrol" role="status" title={t('import.done', { count: suppressed })}>
        {t('import.doneText')}
      </Alert>
      {invalid.length > 0 && (
        <Alert
          color="yellow"
          title={t('import.invalid', { count: invalid.length })}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
        >
          <List size="sm">
            {invalid.slice(0, SHOWN_INVALID).map(({ line, field }) => (
              <List.Item key={`${line} ${field}`}>
                {t(`import.unread.${field}`, { line: format.number(line) })}
              </List.Item>
            ))}
          </List>
          {invalid.length > SHOWN_INVALID && <Text size="sm">{t('import.andMore')}</Text>}
        </Alert>
      )}
      <Group>
        <Button onClick={onClose}>{t('ui:close')}</Button>
      </Group>
    </Stack>
  );
}
