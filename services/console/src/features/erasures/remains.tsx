import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const kept = ['runs', 'suppressions', 'requests', 'erased', 'figures'] as const;
const notReached = ['backups', 'receivers', 'otherwise', 'written'] as const;

/** What an erasure leaves, and where it does not come to. */
export function Remains() {
  const { t } = useTranslation('erasures');
  return (
    <>
      <Titled title={t('kept.title')} items={kept.map((what) => t(`kept.${what}`))} />
      <Titled title={t('notReached.title')} items={notReached.map((what) => t(`notReached.${what}`))} />
    </>
  );
}

function Titled({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <Text component="h3" fw={600} m={0}>
        {title}
      </Text>
      <List size="sm">
        {items.map((item) => (
          <List.Item key={item}>{item}</List.Item>
        ))}
      </List>
    </div>
  );
}
