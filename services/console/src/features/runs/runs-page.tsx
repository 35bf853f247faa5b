import { IconTimeline } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function RunsPage() {
  const { t } = useTranslation('runs');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <EmptyState icon={IconTimeline} title={t('empty.title')} text={t('empty.text')} />
    </>
  );
}
