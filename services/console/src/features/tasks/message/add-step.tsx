import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/draft-context.ts';
import { useFirstConnection } from './connections.ts';
import { channels, newStep, type Channel } from './steps.ts';

const MOST = 20;

/** Puts another step behind the last one. */
export function AddStep() {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const firstConnection = useFirstConnection();
  const add = (channel: Channel) => {
    const text = t('message.newText', { skipInterpolation: true });
    const step = newStep(channel, content.steps, channel === 'http' ? '' : text, firstConnection(channel));
    edit({ steps: [...content.steps, step] });
  };
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          w="fit-content"
          disabled={content.steps.length >= MOST}
        >
          {t('message.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {channels.map((channel) => (
          <Menu.Item key={channel} onClick={() => add(channel)}>
            {t(`channels.${channel}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
