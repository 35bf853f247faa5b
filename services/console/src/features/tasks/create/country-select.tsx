import { useMemo } from 'react';
import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '../../../i18n/countries.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** The country by whose rules phone numbers without a prefix are read. */
export function CountrySelect(props: SelectProps) {
  const { t, i18n } = useTranslation('tasks');
  const format = useFormat();
  const data = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: format.country(code) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, i18n.language)),
    [format, i18n.language],
  );
  return (
    <Select
      label={t('create.country')}
      description={t('create.countryHint')}
      data={data}
      searchable
      allowDeselect={false}
      {...props}
    />
  );
}
