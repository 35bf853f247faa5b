import { IconShieldExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function QuarantinePage() {
  const { t } = useTranslation('quarantine');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <EmptyState icon={IconShieldExclamation} title={t('empty.title')} text={t('empty.text')} />
    </>
  );
}
