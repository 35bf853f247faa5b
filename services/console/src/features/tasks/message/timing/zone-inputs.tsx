import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../../../api/types.ts';

type Zone = NonNullable<Step['at']>['zone'];

const zones = Intl.supportedValuesOf('timeZone');
const kinds = ['phone', 'field', 'fixed'] as const;

/** The zone of the lead, or that of the reader where the lead does not tell its own. */
export const zoneToBeginWith = (): Zone => ({
  from: 'phone',
  fallback: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

interface ZoneInputsProps {
  zone: Zone;
  onChange: (zone: Zone, key?: string) => void;
}

/** Whose clock counts: that of the lead, by its phone number or a field of it, or that of a place. */
export function ZoneInputs({ zone, onChange }: ZoneInputsProps) {
  const { t } = useTranslation('tasks');
  const kind = typeof zone === 'string' ? 'fixed' : zone.from;
  const name = typeof zone === 'string' ? zone : zone.fallback;
  const choose = (chosen: string | null) => {
    if (chosen === 'fixed') onChange(name);
    if (chosen === 'phone') onChange({ from: 'phone', fallback: name });
    if (chosen === 'field') onChange({ from: 'field', field: 'extra_fields.timezone', fallback: name });
  };
  return (
    <>
      <Select
        label={t('timing.zone.label')}
        data={kinds.map((value) => ({ value, label: t(`timing.zone.${value}`) }))}
        value={kind}
        onChange={choose}
        allowDeselect={false}
        maw={360}
      />
      {typeof zone !== 'string' && zone.from === 'field' && (
        <TextInput
          label={t('timing.zone.fieldName')}
          description={t('timing.zone.fieldHint')}
          value={zone.field ?? ''}
          onChange={({ currentTarget: { value } }) => onChange({ ...zone, field: value }, 'zone.field')}
          spellCheck={false}
          maw={360}
        />
      )}
      <Select
        label={t(kind === 'fixed' ? 'timing.zone.name' : 'timing.zone.fallback')}
        data={zones.includes(name) ? zones : [name, ...zones]}
        value={name}
        onChange={(next) => {
          if (next !== null) onChange(typeof zone === 'string' ? next : { ...zone, fallback: next });
        }}
        searchable
        limit={60}
        allowDeselect={false}
        maw={360}
      />
    </>
  );
}
