import { useState } from 'react';
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { notifyTrouble } from './notify.ts';

interface CopyButtonProps {
  value: string;
  /** What is copied, for the button's name: “Copy the address”. */
  label: string;
  /** With its label beside the icon, where it is the main thing to do. */
  labelled?: boolean;
}

const SHOWN_MS = 2_000;

/** Copies a text, and says so for two seconds. */
export function CopyButton({ value, label, labelled = false }: CopyButtonProps) {
  const { t } = useTranslation('ui');
  const [copied, setCopied] = useState(false);
  const { start } = useTimeout(() => setCopied(false), SHOWN_MS);
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => {
        setCopied(true);
        start();
      },
      () => notifyTrouble(t('copyFailed')),
    );
  };
  const icon = copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  if (labelled) {
    return (
      <Button leftSection={icon} onClick={copy} miw={110} aria-live="polite">
        {copied ? t('copied') : t('copy')}
      </Button>
    );
  }
  return (
    <Tooltip label={copied ? t('copied') : label}>
      <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={copied ? t('copied') : label}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
