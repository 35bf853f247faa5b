import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../../api/problem.ts';
import classes from './lead-card.module.css';

interface ExpressionInputProps {
  label: string;
  value: string;
  errors: ApiProblem['errors'];
  onChange: (value: string) => void;
  onRemove: () => void;
  removeLabel: string;
}

/** An expression or template of the mapping, and what is wrong with it and where. */
export function ExpressionInput({
  label,
  value,
  errors,
  onChange,
  onRemove,
  removeLabel,
}: ExpressionInputProps) {
  const { t } = useTranslation('tasks');
  const [error] = errors;
  const told =
    error === undefined ? undefined : t('map.invalid', { message: error.message, column: error.column ?? 1 });
  return (
    <TextInput
      aria-label={label}
      className={classes['expression'] ?? ''}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={value === '' ? t('map.expressionEmpty') : told}
      spellCheck={false}
      autoComplete="off"
      rightSection={
        <Tooltip label={removeLabel}>
          <ActionIcon variant="subtle" color="gray" aria-label={removeLabel} onClick={onRemove}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
