import { useState } from 'react';
import { Box, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/draft-context.ts';
import type { Preview } from '../preview/use-preview.ts';
import { useDropTarget } from './drop-target.ts';
import { ExpressionInput } from './expression-input.tsx';
import { nameOfPath, withExpression, withPath } from './mapping.ts';
import { valueText } from './sample-field.tsx';
import classes from './lead-card.module.css';

/** What is kept beside name, phone and e-mail: what the mapping names, and the rest under the sender's own names. */
export function ExtraFields({ preview }: { preview: Preview }) {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const rules = content.lead;
  const mapped = rules.mapping?.extra_fields ?? {};
  const values = preview.result?.lead?.extra_fields ?? {};
  const others = Object.entries(values).filter(([name]) => !(name in mapped));
  const { isOver, ...drop } = useDropTarget((path) =>
    edit({ lead: withPath(rules, { extra: nameOfPath(path) }, path) }),
  );
  return (
    <Box className={classes['row'] ?? ''} data-over={isOver || undefined} {...drop}>
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={600}>
            {t('map.extra')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('map.extraHint')}
          </Text>
        </div>
        {Object.entries(mapped).map(([name, expression]) => (
          <Stack key={name} gap={4}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" ff="monospace">
                {name}
              </Text>
              <Text style={{ overflowWrap: 'anywhere' }}>{valueText(values[name])}</Text>
            </Group>
            <ExpressionInput
              label={t('map.expressionOf', { field: name })}
              value={expression}
              errors={preview.invalid.filter(({ field }) => field === `lead.mapping.extra_fields.${name}`)}
              onChange={(text) =>
                edit({ lead: withExpression(rules, { extra: name }, text) }, `map .${name}`)
              }
              onRemove={() => edit({ lead: withExpression(rules, { extra: name }, undefined) })}
              removeLabel={t('map.removeExtra', { name })}
            />
          </Stack>
        ))}
        {others.map(([name, value]) => (
          <Group key={name} justify="space-between" gap="xs">
            <Text size="sm" ff="monospace" c="dimmed">
              {name}
            </Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{valueText(value)}</Text>
          </Group>
        ))}
        <AddField />
      </Stack>
    </Box>
  );
}

function AddField() {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const [name, setName] = useState('');
  const wanted = name.trim();
  const isTaken = wanted in (content.lead.mapping?.extra_fields ?? {});
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '' || isTaken) return;
        edit({ lead: withExpression(content.lead, { extra: wanted }, '{{  }}') });
        setName('');
      }}
    >
      <Group gap="xs">
        <TextInput
          flex="1 1 10rem"
          aria-label={t('map.newExtra')}
          placeholder={t('map.newExtra')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={isTaken ? t('map.extraTaken') : undefined}
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('map.addExtra')}
        </Button>
      </Group>
    </form>
  );
}
