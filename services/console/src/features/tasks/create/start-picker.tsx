import { Radio, SimpleGrid, Text } from '@mantine/core';
import {
  IconBrandFacebook,
  IconBrandZapier,
  IconForms,
  IconHierarchy3,
  IconInfinity,
  IconPlugConnected,
  IconRocket,
  IconSparkles,
  IconTargetArrow,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { startNames, type StartName } from './starting-points.ts';
import classes from './start-picker.module.css';

const icons: Readonly<Record<StartName, Icon>> = {
  form: IconForms,
  meta: IconBrandFacebook,
  zapier: IconBrandZapier,
  make: IconInfinity,
  n8n: IconHierarchy3,
  pabbly: IconPlugConnected,
  hubspot: IconTargetArrow,
  gohighlevel: IconRocket,
  blank: IconSparkles,
};

interface StartPickerProps {
  value: StartName;
  onChange: (start: StartName) => void;
}

/** One of the senders that people begin with. */
export function StartPicker({ value, onChange }: StartPickerProps) {
  const { t } = useTranslation('tasks');
  const pick = (chosen: string) => {
    const name = startNames.find((start) => start === chosen);
    if (name !== undefined) onChange(name);
  };
  return (
    <Radio.Group value={value} onChange={pick} aria-label={t('create.start')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {startNames.map((name) => (
          <StartCard key={name} name={name} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function StartCard({ name }: { name: StartName }) {
  const { t } = useTranslation('tasks');
  const IconOfStart = icons[name];
  return (
    <Radio.Card value={name} className={classes['card'] ?? ''} aria-label={t(`starts.${name}.name`)}>
      <IconOfStart size={22} stroke={1.6} className={classes['icon']} aria-hidden />
      <div>
        <Text fw={550}>{t(`starts.${name}.name`)}</Text>
        <Text size="sm" c="dimmed">
          {t(`starts.${name}.text`)}
        </Text>
      </div>
    </Radio.Card>
  );
}
