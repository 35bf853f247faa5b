import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { useDocumentTitle } from './document-title.ts';
import { EmptyState } from './empty-state.tsx';

/** The lists that lead on, by what is missing. */
const lists = {
  page: '/tasks',
  task: '/tasks',
  run: '/runs',
  entry: '/quarantine',
  erasure: '/erasures',
  connection: '/connections',
} as const;

/** Stands in the place of a page whose address names something that is not there, and leads back to the list. */
export function Missing({ what }: { what: keyof typeof lists }) {
  const { t } = useTranslation('missing');
  const title = t(`${what}.title`);
  useDocumentTitle(title);
  return (
    <EmptyState
      icon={IconCompass}
      level={1}
      title={title}
      text={t(`${what}.text`)}
      action={
        <Button component={Link} to={lists[what]}>
          {t(`${what}.back`)}
        </Button>
      }
    />
  );
}

/** What is shown at an address where there is no page. */
export const MissingPage = () => <Missing what="page" />;

/** Whether there never was what a query asks for, or it was gone before it was shown. */
export const isMissing = ({ data, error }: Pick<UseQueryResult, 'data' | 'error'>): boolean =>
  data === undefined && isProblem(error, 'not_found');
