import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { ledgerQuery } from './queries.ts';
import { Tile } from './tile.tsx';

/** Whether every lead that was accepted is somewhere. */
export function LedgerTile() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { data } = useQuery(ledgerQuery);
  const missing = data?.unaccounted ?? 0;
  return (
    <Tile
      label={t('tiles.ledger')}
      value={data === undefined ? '–' : format.number(data.accepted)}
      note={t(data?.balanced === true ? 'tiles.balanced' : 'tiles.counting')}
      trouble={missing > 0 ? t('tiles.missing', { count: missing }) : undefined}
    />
  );
}
