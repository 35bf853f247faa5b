import { Radio, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { providerIcons, providers, type Provider } from '../providers.ts';
import classes from './provider-picker.module.css';

interface ProviderPickerProps {
  value: Provider | undefined;
  onChange: (provider: Provider) => void;
}

/** To whom a connection is. */
export function ProviderPicker({ value, onChange }: ProviderPickerProps) {
  const { t } = useTranslation('connections');
  const pick = (chosen: string) => {
    const provider = providers.find((one) => one === chosen);
    if (provider !== undefined) onChange(provider);
  };
  return (
    <Radio.Group value={value ?? null} onChange={pick} aria-label={t('create.provider')}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        {providers.map((provider) => (
          <ProviderCard key={provider} provider={provider} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function ProviderCard({ provider }: { provider: Provider }) {
  const { t } = useTranslation('connections');
  const IconOfProvider = providerIcons[provider];
  const name = t(`providers.${provider}.name`);
  return (
    <Radio.Card value={provider} className={classes['card'] ?? ''} aria-label={name}>
      <IconOfProvider size={22} stroke={1.6} className={classes['icon']} aria-hidden />
      <div>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t(`providers.${provider}.text`)}
        </Text>
      </div>
    </Radio.Card>
  );
}
