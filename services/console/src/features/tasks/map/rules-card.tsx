import { Chip, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/problem.ts';
import { CountrySelect } from '../../../ui/country-select.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { useDraft } from '../draft/draft-context.ts';
import type { LeadRules } from './mapping.ts';

const windows = ['1h', '24h', '7d', '30d', '90d'];
const DEFAULT_WINDOW = '24h';

/** Country, duplicates and who is taken at all. */
export function RulesCard({ invalid }: { invalid: ApiProblem['errors'] }) {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const rules = content.lead;
  const filterError = invalid.find(({ field }) => field === 'lead.filter');
  const setFilter = (filter: string) => {
    const { filter: _, ...rest } = rules;
    edit({ lead: filter === '' ? rest : { ...rest, filter } }, 'filter');
  };
  return (
    <Surface title={t('map.rules')}>
      <Stack>
        <CountrySelect
          label={t('create.country')}
          description={t('create.countryHint')}
          value={rules.default_country}
          onChange={(country) => country !== null && edit({ lead: { ...rules, default_country: country } })}
          maw={340}
        />
        <Dedupe rules={rules} onChange={(lead) => edit({ lead })} />
        <TextInput
          label={t('map.filter')}
          description={t('map.filterHint')}
          placeholder="extra_fields.eta >= 18"
          value={rules.filter ?? ''}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
          error={
            filterError && t('map.invalid', { message: filterError.message, column: filterError.column ?? 1 })
          }
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
      </Stack>
    </Surface>
  );
}

function Dedupe({ rules, onChange }: { rules: LeadRules; onChange: (rules: LeadRules) => void }) {
  const { t } = useTranslation('tasks');
  const { dedupe, ...rest } = rules;
  const by = dedupe?.by ?? [];
  const window = dedupe?.window ?? DEFAULT_WINDOW;
  const setBy = (chosen: string[]) => {
    const fields = (['phone', 'email'] as const).filter((field) => chosen.includes(field));
    onChange(fields.length === 0 ? rest : { ...rest, dedupe: { by: fields, window } });
  };
  return (
    <Input.Wrapper labelElement="div" label={t('map.dedupe')} description={t('map.dedupeHint')}>
      <Group gap="sm" mt={6} align="center">
        <Chip.Group multiple value={by} onChange={setBy}>
          <Chip value="phone">{t('fields.phone')}</Chip>
          <Chip value="email">{t('fields.email')}</Chip>
        </Chip.Group>
        {by.length > 0 && (
          <Select
            aria-label={t('map.dedupeWindow')}
            data={[...new Set([...windows, window])].map((value) => ({
              value,
              label: windowLabel(t, value),
            }))}
            value={window}
            onChange={(chosen) => chosen !== null && onChange({ ...rest, dedupe: { by, window: chosen } })}
            allowDeselect={false}
            w={170}
          />
        )}
      </Group>
    </Input.Wrapper>
  );
}

type T = ReturnType<typeof useTranslation<'tasks'>>['t'];

function windowLabel(t: T, window: string): string {
  const known = (['1h', '24h', '7d', '30d', '90d'] as const).find((one) => one === window);
  return known === undefined ? window : t(`map.windows.${known}`);
}
