import { useMemo } from 'react';
import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryCodes } from '../i18n/countries.ts';
import { useFormat } from '../i18n/use-format.ts';

/** A country, by the name that the language has for it. */
export function CountrySelect(props: SelectProps) {
  const { i18n } = useTranslation();
  const format = useFormat();
  const data = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: format.country(code) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, i18n.language)),
    [format, i18n.language],
  );
  return <Select data={data} searchable allowDeselect={false} {...props} />;
}
