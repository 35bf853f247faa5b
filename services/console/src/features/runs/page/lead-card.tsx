import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../api/types.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useSourceName } from '../../../ui/use-source-name.ts';
import { Surface } from '../../../ui/surface.tsx';
import { TextLink } from '../../../ui/text-link.tsx';

/** Who the lead is, what came with it, and what it says of consent. */
export function LeadCard({ run: { id, lead, consent, source } }: { run: Run }) {
  const { t } = useTranslation('runs');
  const sourceName = useSourceName();
  return (
    <Surface title={t('lead.title')}>
      <Stack gap="xs" component="dl" m={0}>
        {lead === null && <Text c="dimmed">{t('lead.none')}</Text>}
        <Fact label={t('lead.name')} value={lead?.full_name} />
        <Fact label={t('lead.phone')} value={lead?.phone} copyLabel={t('lead.copyPhone')} />
        <Fact label={t('lead.email')} value={lead?.email} copyLabel={t('lead.copyEmail')} />
        {Object.entries(lead?.extra_fields ?? {}).map(([name, value]) => (
          <Fact key={name} label={name} value={typeof value === 'string' ? value : JSON.stringify(value)} />
        ))}
        {consent !== null && <ConsentFact consent={consent} />}
        <Fact label={t('lead.source')} value={sourceName(source)} />
        <Fact label={t('lead.id')} value={id} copyLabel={t('lead.copyId')} size="sm" />
      </Stack>
      {lead !== null && (
        <TextLink
          to="/erasures"
          search={{ run: id }}
          size="sm"
          c="var(--mantine-color-error)"
          display="block"
          mt="md"
        >
          {t('lead.erase')}
        </TextLink>
      )}
    </Surface>
  );
}

interface FactProps {
  label: string;
  value: string | null | undefined;
  copyLabel?: string;
  size?: 'sm' | 'md';
}

function Fact({ label, value, copyLabel, size = 'md' }: FactProps) {
  if (value === null || value === undefined || value === '') return null;
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {label}
      </Text>
      <Group component="dd" m={0} gap={4} wrap="nowrap" justify="space-between">
        <Text size={size} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
        {copyLabel !== undefined && <CopyButton value={value} label={copyLabel} />}
      </Group>
    </div>
  );
}

function ConsentFact({ consent }: { consent: NonNullable<Run['consent']> }) {
  const { t } = useTranslation('runs');
  const said = consent.given === null ? 'unknown' : consent.given ? 'given' : 'refused';
  const details = [consent.text, consent.at, consent.url, consent.ip].filter(Boolean).join(' · ');
  return (
    <div>
      <Text component="dt" size="xs" c="dimmed">
        {t('lead.consent')}
      </Text>
      <Text component="dd" m={0}>
        {t(`lead.consentSaid.${said}`)}
      </Text>
      {details !== '' && (
        <Text component="dd" m={0} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {details}
        </Text>
      )}
    </div>
  );
}
