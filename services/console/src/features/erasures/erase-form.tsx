import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { localCountry } from '../../i18n/countries.ts';
import { CountrySelect } from '../../ui/country-select.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useErase } from './queries.ts';

interface Values {
  phone: string;
  email: string;
  country: string;
  word: string;
}

interface EraseFormProps {
  /** The run whose person it is, with what its lead says of them. */
  run?: { id: string; full_name: string | null; phone: string | null; email: string | null };
}

/** Whom to erase. It begins when a word was typed: nothing brings the person back. */
export function EraseForm({ run }: EraseFormProps) {
  const { t, i18n } = useTranslation('erasures');
  const { mutate, isPending, error } = useErase();
  const form = useForm<Values>({
    // What is wrong with the one field may be put right in the other.
    onValuesChange: () => form.clearFieldError('phone'),
    initialValues: {
      phone: run?.phone ?? '',
      email: run?.email ?? '',
      country: localCountry(i18n.language),
      word: '',
    },
    validate: {
      phone: (phone, { email }) =>
        run === undefined && phone.trim() === '' && email.trim() === '' ? t('who.empty') : null,
      word: (word) => (isWord(word, t('confirm.word')) ? null : t('confirm.wrong')),
    },
  });
  const erase = form.onSubmit(({ phone, email, country }) =>
    mutate({
      ...(run === undefined ? {} : { run_id: run.id }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim(), default_country: country }),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
    }),
  );
  return (
    <form noValidate onSubmit={erase}>
      <Stack>
        <PersonFields {...(run === undefined ? {} : { run })} inputProps={form.getInputProps} />
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('confirm.title')}>
          {t('confirm.text')}
        </Alert>
        <TextInput
          label={t('confirm.label', { word: t('confirm.word') })}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('word')}
        />
        {error !== null && <ProblemAlert error={error} />}
        <Group>
          <Button type="submit" color="red.9" loading={isPending}>
            {t('confirm.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PersonFieldsProps extends EraseFormProps {
  inputProps: UseFormReturnType<Values>['getInputProps'];
}

/** By what the person is known; what the run says is not to be changed. */
function PersonFields({ run, inputProps }: PersonFieldsProps) {
  const { t } = useTranslation('erasures');
  return (
    <>
      {run?.full_name != null && <Text fw={600}>{run.full_name}</Text>}
      <TextInput
        label={t('who.phone')}
        autoComplete="off"
        readOnly={run?.phone != null}
        {...inputProps('phone')}
      />
      {run?.phone == null && (
        <CountrySelect
          label={t('who.country')}
          description={t('who.countryHint')}
          {...inputProps('country')}
        />
      )}
      <TextInput
        label={t('who.email')}
        autoComplete="off"
        readOnly={run?.email != null}
        {...inputProps('email')}
      />
    </>
  );
}

const isWord = (typed: string, word: string) => typed.trim().toLowerCase() === word.toLowerCase();
