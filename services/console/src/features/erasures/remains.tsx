import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const kept = ['runs', 'suppressions', 'requests', 'erased', 'figures'] as const;
const notReached = ['backups', 'receivers', 'otherwise', 'written'] as const;

/** What an erasure leaves, and where it does not come to. */
export function Remains() {
  const { t } = useTranslation('erasures');
  return (
    <>
      <div>
        <Text component="h3" fw={600} m={0}>
          {t('kept.title')}
        </Text>
        <List size="sm">
          {kept.map((what) => (
            <List.Item key={what}>{t(`kept.${what}`)}</List.Item>
          ))}
        </List>
      </div>
      <div>
        <Text component="h3" fw={600} m={0}>
          {t('notReached.title')}
        </Text>
        <List size="sm">
          {notReached.map((what) => (
            <List.Item key={what}>{t(`notReached.${what}`)}</List.Item>
          ))}
        </List>
      </div>
    </>
  );
}
