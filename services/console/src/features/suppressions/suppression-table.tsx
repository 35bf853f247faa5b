import { Button, Code, Group, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Suppression } from '../../api/types.ts';
import { Time } from '../../ui/time.tsx';
import { useLift } from './use-lift.ts';

const SKELETON_ROWS = 4;
/** Enough of a hash to tell two rows apart. */
const SHOWN_OF_HASH = 8;

/** Suppressed addresses, by what is known of them: never the address itself. */
export function SuppressionTable({ suppressions }: { suppressions: readonly Suppression[] }) {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md">
      <Head />
      <Table.Tbody>
        {suppressions.map((suppression) => (
          <Row key={suppression.id} suppression={suppression} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function SuppressionTableSkeleton() {
  return (
    <Table verticalSpacing="sm" horizontalSpacing="md" aria-hidden>
      <Head />
      <Table.Tbody>
        {Array.from({ length: SKELETON_ROWS }, (_, row) => (
          <Table.Tr key={row}>
            <Table.Td>
              <Skeleton height={18} width="60%" my={8} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Head() {
  const { t } = useTranslation('suppressions');
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('list.address')}</Table.Th>
        <Table.Th>{t('list.reason')}</Table.Th>
        <Table.Th visibleFrom="md">{t('list.origin')}</Table.Th>
        <Table.Th visibleFrom="sm">{t('list.since')}</Table.Th>
        <Table.Th w={1}>
          <VisuallyHidden>{t('list.remove')}</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function Row({ suppression: { id, kind, reason, origin, note, created_at } }: { suppression: Suppression }) {
  const { t } = useTranslation('suppressions');
  const lift = useLift();
  const hash = id.slice(id.indexOf('.') + 1).slice(0, SHOWN_OF_HASH);
  const IconOfKind = kind === 'phone' ? IconPhone : IconMail;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <IconOfKind size={16} aria-hidden />
          {t(`kind.${kind}`)}
          <Code>{hash}</Code>
        </Group>
      </Table.Td>
      <Table.Td>
        {t(`reason.${reason}`)}
        {note !== null && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {note}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md">{t(`origin.${origin}`)}</Table.Td>
      <Table.Td visibleFrom="sm">
        <Time iso={created_at} />
      </Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          aria-label={t('list.removeOne', { hash })}
          onClick={() => lift(id)}
        >
          {t('list.remove')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
