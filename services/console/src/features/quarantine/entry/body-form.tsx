import { useState } from 'react';
import { Button, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuarantineEntry } from '../../../api/types.ts';
import { decodeBody } from './decode-body.ts';
import type { Mend } from './use-mend.ts';

interface BodyFormProps {
  entry: QuarantineEntry;
  mend: (mend: Mend) => void;
  isPending: boolean;
}

/** The body as text, to be changed anywhere. */
export function BodyForm({ entry, mend, isPending }: BodyFormProps) {
  const { t } = useTranslation('quarantine');
  const [text, setText] = useState(() => decodeBody(entry.request.body).text);
  return (
    <Stack gap="sm">
      <Textarea
        label={t('mend.body')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={6}
        maxRows={20}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        spellCheck={false}
      />
      <Button loading={isPending} onClick={() => mend({ kind: 'body', text })}>
        {t('mend.replay')}
      </Button>
    </Stack>
  );
}
