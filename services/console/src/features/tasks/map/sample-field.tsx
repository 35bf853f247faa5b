import { Menu, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/draft-context.ts';
import { dragType } from './drop-target.ts';
import { leadFields, nameOfPath, withPath, type Target } from './mapping.ts';
import { isUsed } from './used-paths.ts';
import classes from './field-tree.module.css';

interface SampleFieldProps {
  path: string;
  name: string;
  value: unknown;
}

/** A field of the sample: dragged onto the lead, or pressed to choose where it goes. */
export function SampleField({ path, name, value }: SampleFieldProps) {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const put = (target: Target) => edit({ lead: withPath(content.lead, target, path) });
  const shown = valueText(value);
  return (
    <Menu position="bottom-start" width={230}>
      <Menu.Target>
        <UnstyledButton
          className={classes['field'] ?? ''}
          draggable
          data-used={isUsed(content.lead, path) || undefined}
          onDragStart={({ dataTransfer }) => {
            dataTransfer.setData(dragType, path);
            dataTransfer.effectAllowed = 'copy';
          }}
        >
          <span className={classes['name']}>{name}</span>
          <Text component="span" size="sm" c="dimmed" className={classes['value'] ?? ''} title={shown}>
            {shown}
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('map.useAs', { name })}</Menu.Label>
        {leadFields.map((field) => (
          <Menu.Item key={field} onClick={() => put({ field })}>
            {t(`fields.${field}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => put({ extra: nameOfPath(path) })}>
          {t('map.asExtra', { name: nameOfPath(path) })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function valueText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '–' : JSON.stringify(value);
}
