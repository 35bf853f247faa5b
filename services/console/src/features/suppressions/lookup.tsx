import { useState } from 'react';
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconCircleCheck, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { localCountry } from '../../i18n/countries.ts';
import { CountrySelect } from '../../ui/country-select.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Surface } from '../../ui/surface.tsx';
import { usePendingUndo } from '../../ui/undo.tsx';
import { lookupQuery, type LookedUp } from './queries.ts';
import { readAddress } from './read-list.ts';
import { SuppressionTable, SuppressionTableSkeleton } from './suppression-table.tsx';

/** Tells whether a person may be written to: the list shows hashes alone, so this is the way to find one. */
export function Lookup() {
  const { t, i18n } = useTranslation('suppressions');
  const [asked, setAsked] = useState<LookedUp>();
  const form = useForm({
    initialValues: { address: '', country: localCountry(i18n.language) },
    validate: { address: isNotEmpty(t('address.empty')) },
  });
  return (
    <Surface title={t('lookup.title')} hint={t('lookup.hint')}>
      <Stack>
        <form
          noValidate
          onSubmit={form.onSubmit(({ address, country }) =>
            setAsked({ ...readAddress(address), default_country: country }),
          )}
        >
          <Group align="flex-start">
            <TextInput
              flex="1 1 14rem"
              label={t('address.label')}
              autoComplete="off"
              {...form.getInputProps('address')}
            />
            <CountrySelect flex="1 1 11rem" label={t('address.country')} {...form.getInputProps('country')} />
            <Button
              type="submit"
              variant="default"
              mt={24}
              leftSection={<IconSearch size={16} aria-hidden />}
            >
              {t('lookup.submit')}
            </Button>
          </Group>
        </form>
        {asked !== undefined && <Found address={asked} />}
      </Stack>
    </Surface>
  );
}

function Found({ address }: { address: LookedUp }) {
  const { t } = useTranslation('suppressions');
  const query = useQuery(lookupQuery(address));
  const lifted = usePendingUndo();
  return (
    <div aria-live="polite">
      <Loaded query={query} skeleton={<SuppressionTableSkeleton />}>
        {({ items }) => {
          const shown = items.filter(({ id }) => !lifted.has(id));
          if (shown.length > 0) return <SuppressionTable suppressions={shown} />;
          return (
            <Alert color="petrol" icon={<IconCircleCheck aria-hidden />} title={t('lookup.none')}>
              {t('lookup.noneText')}
            </Alert>
          );
        }}
      </Loaded>
    </div>
  );
}
