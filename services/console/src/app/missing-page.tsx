import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../ui/document-title.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** What is shown at an address where there is no page. */
export function MissingPage() {
  const { t } = useTranslation('app');
  useDocumentTitle(t('missing.title'));
  return (
    <EmptyState
      icon={IconCompass}
      level={1}
      title={t('missing.title')}
      text={t('missing.text')}
      action={
        <Button component={Link} to="/tasks">
          {t('missing.back')}
        </Button>
      }
    />
  );
}
