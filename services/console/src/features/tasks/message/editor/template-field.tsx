import { lazy, Suspense, useId, useMemo, type ReactNode } from 'react';
import { Input, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../draft/draft-context.ts';
import { useStepEditing } from '../step-context.ts';
import type { Mark } from './liquid-editor.tsx';

const LiquidEditor = lazy(async () => ({ default: (await import('./liquid-editor.tsx')).LiquidEditor }));

interface TemplateFieldProps {
  label: string;
  hint?: ReactNode;
  /** Inside the step, such as `message.text`. */
  field: string;
  value: string;
  onChange: (value: string) => void;
  singleLine?: boolean;
  /** What is wrong with it beside what the server says. */
  error?: string | undefined;
}

/** A template of a step: its editor, and below it in words what is wrong or odd and where. */
export function TemplateField({
  label,
  hint,
  field,
  value,
  onChange,
  singleLine = false,
  error,
}: TemplateFieldProps) {
  const id = useId();
  const fields = useKnownFields();
  const marks = useMarks(field);
  const isInvalid = error !== undefined || marks.some(({ severity }) => severity === 'error');
  return (
    <div>
      <Input.Label id={`${id}-label`} labelElement="div">
        {label}
      </Input.Label>
      {hint !== undefined && <Input.Description mb={4}>{hint}</Input.Description>}
      <Suspense fallback={<Skeleton height={singleLine ? 38 : 122} />}>
        <LiquidEditor
          value={value}
          onChange={onChange}
          labelledBy={`${id}-label`}
          describedBy={`${id}-marks`}
          isInvalid={isInvalid}
          singleLine={singleLine}
          marks={marks}
          fields={fields}
        />
      </Suspense>
      <Stack id={`${id}-marks`} gap={2} mt={4} aria-live="polite">
        {error !== undefined && <Input.Error>{error}</Input.Error>}
        {marks.map((mark) => (
          <MarkLine key={`${mark.message} ${mark.line} ${mark.column}`} mark={mark} />
        ))}
      </Stack>
    </div>
  );
}

function MarkLine({ mark: { severity, message, line, column } }: { mark: Mark }) {
  const { t } = useTranslation('tasks');
  const where = t('message.place', { line, column });
  if (severity === 'error') {
    return (
      <Input.Error>
        {where}: {message}
      </Input.Error>
    );
  }
  return (
    <Text size="xs" c="dimmed">
      <b>{t(`message.severity.${severity}`)}</b> · {where}: {message}
    </Text>
  );
}

/** What does not parse, and what is odd. The counter of segments has a place of its own. */
function useMarks(field: string): Mark[] {
  const { errorsAt, lintsAt } = useStepEditing();
  const errors = errorsAt(field).map((error) => ({ ...error, severity: 'error' as const }));
  const lints = errors.length > 0 ? [] : lintsAt(field).filter(({ code }) => code !== 'segments');
  const marks = [...errors, ...lints].map(({ severity, message, line = 1, column = 1 }): Mark => ({
    severity,
    message,
    line,
    column,
  }));
  const text = JSON.stringify(marks);
  return useMemo(() => JSON.parse(text) as Mark[], [text]);
}

function useKnownFields() {
  const { index, lead } = useStepEditing();
  const { content } = useDraft();
  const extra = Object.keys(lead?.extra_fields ?? {});
  return { extra, steps: content.steps.slice(0, index).map(({ id }) => id) };
}
