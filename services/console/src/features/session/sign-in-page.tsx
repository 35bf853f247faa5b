import { Alert, Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import markUrl from '../../theme/mark.svg';
import { useDocumentTitle } from '../../ui/document-title.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { signIn } from './queries.ts';
import type { SignInSearch } from './sign-in-search.ts';
import classes from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

/** Asks for the API key, and says in words what is wrong with one that is not taken. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const { reason } = route.useSearch();
  useDocumentTitle(t('title'));
  return (
    <main className={classes['page']}>
      <div className={classes['card']}>
        <Stack gap="lg">
          <Stack gap={6}>
            <img src={markUrl} alt="" width={40} height={40} />
            <Title order={1} mt="sm">
              {t('title')}
            </Title>
            <Text c="dimmed">{t('lead')}</Text>
          </Stack>
          {reason !== undefined && <WhyHere reason={reason} />}
          <KeyForm />
        </Stack>
      </div>
      <div className={classes['language']}>
        <LanguageSwitch />
      </div>
    </main>
  );
}

const wordsOf = { expired: 'expired', 'signed-out': 'signedOut', link: 'linkUsed' } as const;

function WhyHere({ reason }: { reason: NonNullable<SignInSearch['reason']> }) {
  const { t } = useTranslation('session');
  return (
    <Alert
      color={reason === 'signed-out' ? 'gray' : 'yellow'}
      icon={<IconInfoCircle aria-hidden />}
      role="status"
    >
      {t(wordsOf[reason])}
    </Alert>
  );
}

function KeyForm() {
  const { t } = useTranslation('session');
  const { return: back } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { key: '' }, validate: { key: isNotEmpty(t('emptyKey')) } });
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ key }: { key: string }) => signIn({ key: key.trim() }),
    onSuccess: async (session) => {
      queryClient.setQueryData(queryKeys.session, session);
      await router.navigate({ href: back ?? '/tasks', replace: true });
    },
    onError: (thrown) => {
      if (isProblem(thrown, 'unauthorized')) form.setFieldError('key', t('wrongKey'));
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => mutate(values))} noValidate>
      <Stack>
        {error !== null && !isProblem(error, 'unauthorized') && <ProblemAlert error={error} />}
        <PasswordInput
          label={t('key')}
          description={t('keyHint')}
          size="md"
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          {...form.getInputProps('key')}
        />
        <Button type="submit" size="md" loading={isPending} fullWidth>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
