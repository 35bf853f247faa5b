import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';

export function SuppressionsPage() {
  const { t } = useTranslation('suppressions');
  return <PageHeader title={t('title')} subtitle={t('subtitle')} />;
}
