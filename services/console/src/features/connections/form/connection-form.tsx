import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Accordion, Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problem.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { Provider } from '../providers.ts';
import { FieldInput } from './field-input.tsx';
import { fieldList, isSecret, type Field } from './fields.ts';
import { useServerWords } from './server-words.ts';
import { unreadable, type Values } from './values.ts';

interface ConnectionFormProps {
  provider: Provider;
  initial: Values;
  /** Whether secrets are kept already: then none has to be typed. */
  isKept: boolean;
  submitLabel: string;
  isPending: boolean;
  error: unknown;
  onSubmit: (values: Values) => void;
}

/** Everything that a connection is made of; what few need is folded away. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { provider, initial, isKept, submitLabel, isPending, error, onSubmit } = props;
  const { t } = useTranslation('connections');
  const [values, setValues] = useState(initial);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const [opened, setOpened] = useState<string | null>(null);
  const told = useServerWords(error);
  const problems = { ...told, ...found };
  const fields = fieldList(provider);
  const rare = fields.filter(([, field]) => field.rare);
  const check = useCheck(provider, isKept);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = check(values);
    setFound(wrong);
    if (rare.some(([path]) => path in wrong)) setOpened('rare');
    if (Object.keys(wrong).length === 0) onSubmit(values);
  };
  const change = (path: string, value: string) => {
    setValues({ ...values, [path]: value });
    setFound(without(found, path));
  };
  const inputs = (shown: [string, Field][]) =>
    shown.map(([path, field]) => (
      <FieldInput
        key={path}
        field={field}
        isKept={isKept}
        value={values[path] ?? ''}
        problem={problems[path]}
        onChange={(value) => change(path, value)}
      />
    ));
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={600}>
        <TextInput
          label={t('form.name')}
          description={t('form.nameHint')}
          value={values['name'] ?? ''}
          error={problems['name']}
          onChange={({ currentTarget }) => change('name', currentTarget.value)}
        />
        {inputs(fields.filter(([, field]) => !field.rare))}
        <Folded opened={opened} onChange={setOpened}>
          {inputs(rare)}
        </Folded>
        {error !== null && <FormProblem error={error} paths={fields.map(([path]) => path)} />}
        <Group>
          <Button type="submit" loading={isPending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FoldedProps {
  opened: string | null;
  onChange: (opened: string | null) => void;
  children: ReactNode;
}

function Folded({ opened, onChange, children }: FoldedProps) {
  const { t } = useTranslation('connections');
  return (
    <Accordion value={opened} onChange={onChange} variant="separated">
      <Accordion.Item value="rare">
        <Accordion.Control>{t('form.rare')}</Accordion.Control>
        <Accordion.Panel>
          <Stack>{children}</Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** What stands beside its field already is told in general alone. */
function FormProblem({ error, paths }: { error: unknown; paths: readonly string[] }) {
  const isPlaced =
    isProblem(error, 'invalid_request') && error.errors.every(({ field }) => paths.includes(field));
  return <ProblemAlert error={error} withDetails={!isPlaced} />;
}

/** What is missing or cannot be read, by the path of its field. */
function useCheck(provider: Provider, isKept: boolean) {
  const { t } = useTranslation('connections');
  return (values: Values): Record<string, string> => {
    const missing = fieldList(provider)
      .filter(([path, field]) => field.required && !(isKept && isSecret(field)) && isEmpty(values[path]))
      .map(([path]) => [path, t('form.required')]);
    const wrong = unreadable(provider, values).map((path) => [path, t('form.unreadable')]);
    const name = isEmpty(values['name']) ? [['name', t('form.required')]] : [];
    return Object.fromEntries([...name, ...missing, ...wrong]) as Record<string, string>;
  };
}

const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function without(problems: Readonly<Record<string, string>>, path: string): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).filter(([other]) => other !== path));
}
