import { Box, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/draft-context.ts';
import type { Preview } from '../preview/use-preview.ts';
import { useDropTarget } from './drop-target.ts';
import { ExpressionInput } from './expression-input.tsx';
import { withExpression, withPath, type LeadField } from './mapping.ts';
import classes from './lead-card.module.css';

interface LeadFieldRowProps {
  field: LeadField;
  preview: Preview;
}

/** Name, phone or e-mail: what it is, why, and how to say otherwise. */
export function LeadFieldRow({ field, preview }: LeadFieldRowProps) {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const rules = content.lead;
  const { isOver, ...drop } = useDropTarget((path) => edit({ lead: withPath(rules, { field }, path) }));
  const isRequired = rules.required.includes(field);
  const setRequired = (wanted: boolean) => {
    const others = rules.required.filter((one) => one !== field);
    edit({ lead: { ...rules, required: wanted ? [...others, field] : others } });
  };
  return (
    <Box className={classes['row'] ?? ''} data-over={isOver || undefined} {...drop}>
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Text size="sm" fw={600}>
            {t(`fields.${field}`)}
          </Text>
          <Checkbox
            size="xs"
            label={t('map.isRequired')}
            aria-label={t('map.isRequiredOf', { field: t(`fields.${field}`) })}
            checked={isRequired}
            onChange={({ currentTarget }) => setRequired(currentTarget.checked)}
          />
        </Group>
        <FieldResult field={field} preview={preview} />
        <FieldExpression field={field} preview={preview} />
      </Stack>
    </Box>
  );
}

function FieldResult({ field, preview: { result } }: LeadFieldRowProps) {
  const { t } = useTranslation('tasks');
  const value = result?.lead?.[field];
  const error = result?.errors.find((one) => one.field === field);
  if (error !== undefined) {
    return (
      <Text c="var(--mantine-color-error)" size="sm" role="status">
        {t('map.fieldError', { field: t(`fields.${field}`), message: error.message })}
      </Text>
    );
  }
  return (
    <div className={classes['value']}>
      {typeof value === 'string' ? value : <Text c="dimmed">{t('map.empty')}</Text>}
    </div>
  );
}

function FieldExpression({ field, preview: { result, invalid } }: LeadFieldRowProps) {
  const { t } = useTranslation('tasks');
  const { content, edit } = useDraft();
  const rules = content.lead;
  const expression = rules.mapping?.[field];
  if (expression !== undefined) {
    return (
      <ExpressionInput
        label={t('map.expressionOf', { field: t(`fields.${field}`) })}
        value={expression}
        errors={invalid.filter((error) => error.field === `lead.mapping.${field}`)}
        onChange={(text) => edit({ lead: withExpression(rules, { field }, text) }, `map ${field}`)}
        onRemove={() => edit({ lead: withExpression(rules, { field }, undefined) })}
        removeLabel={t('map.automaticAgain', { field: t(`fields.${field}`) })}
      />
    );
  }
  const detected = result?.detected[field];
  const start = () => edit({ lead: withExpression(rules, { field }, suggestion(detected?.paths)) });
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {detected === undefined ? t('map.byItself') : detected.reason}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil size={14} aria-hidden />}
        onClick={start}
        aria-label={t('map.setYourselfOf', { field: t(`fields.${field}`) })}
        flex="none"
      >
        {t('map.setYourself')}
      </Button>
    </Group>
  );
}

/** What says the same as what was found. */
function suggestion(paths: readonly string[] = []): string {
  if (paths.length > 1) return paths.map((path) => `{{ ${path} }}`).join(' ');
  return paths[0] ?? '{{  }}';
}
