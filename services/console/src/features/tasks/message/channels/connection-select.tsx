import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../../ui/text-link.tsx';
import { useConnections } from '../connections.ts';
import { useStepEditing } from '../step-context.ts';
import type { Channel, StepOf } from '../steps.ts';

type Connected = StepOf<'email' | 'sms' | 'whatsapp'>;

/** With which account the step is sent. */
export function ConnectionSelect({ step }: { step: Connected }) {
  const { t } = useTranslation(['tasks', 'connections']);
  const { change, errorsAt } = useStepEditing();
  const connections = useConnections(step.channel satisfies Channel);
  const isMissing = !connections.some(({ id }) => id === step.connection);
  const isMixed = new Set(connections.map(({ provider }) => provider)).size > 1;
  const [error] = errorsAt('connection');
  if (connections.length === 0) {
    return (
      <Text size="sm" role="note">
        {t('message.noConnection', { channel: t(`channels.${step.channel}`) })}{' '}
        <TextLink to="/connections" underline="always">
          {t('message.toConnections')}
        </TextLink>
      </Text>
    );
  }
  return (
    <Select
      label={t('message.connection')}
      placeholder={t('message.connectionChoose')}
      data={connections.map(({ id, name, provider }) => ({
        value: id,
        label: isMixed ? `${name} · ${t(`connections:providers.${provider}.name`)}` : name,
      }))}
      value={isMissing ? null : step.connection}
      onChange={(connection) => connection !== null && change({ ...step, connection })}
      error={isMissing ? t('message.connectionChoose') : error?.message}
      allowDeselect={false}
    />
  );
}
