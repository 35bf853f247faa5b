import { useState } from 'react';
import { Alert, Anchor, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import type { Notice } from '../api/types.ts';
import { fetchNoticeWords } from '../i18n/i18n.ts';
import { useFormat } from '../i18n/use-format.ts';
import classes from './notices.module.css';

const EVERY_MS = 20_000;
/** More are behind a button: the page itself has to be seen. */
const SHOWN = 2;

/** The place, above every page, for what needs a person now: what it is, what to do, and where. */
export function Notices() {
  const { t } = useTranslation('notices');
  const { t: ofApp } = useTranslation('app');
  const [isWhole, setWhole] = useState(false);
  const { data } = useQuery({
    queryKey: queryKeys.notices,
    refetchInterval: EVERY_MS,
    queryFn: async ({ signal }) => {
      const notices = await answerOf(api.GET('/v1/notices', { signal }));
      if (notices.items.length > 0) await fetchNoticeWords();
      return notices;
    },
  });
  const items = data?.items ?? [];
  const shown = isWhole ? items : items.slice(0, SHOWN);
  return (
    <div role="region" aria-live="polite" aria-label={ofApp('notices')}>
      {items.length > 0 && (
        <Stack gap="xs" className={classes['notices'] ?? ''}>
          {shown.map((notice) => (
            <NoticeAlert key={keyOf(notice)} notice={notice} />
          ))}
          {items.length > SHOWN && (
            <Button
              size="xs"
              variant="subtle"
              w="fit-content"
              aria-expanded={isWhole}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? t('less') : t('more', { count: items.length - SHOWN })}
            </Button>
          )}
        </Stack>
      )}
    </div>
  );
}

function NoticeAlert({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const format = useFormat();
  const { title, advice } = useNoticeWords(notice);
  return (
    <Alert
      color={notice.severity === 'critical' ? 'red' : 'yellow'}
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      py="sm"
    >
      <Text size="sm">
        {advice} <NoticeLink link={notice.link} />
      </Text>
      {/* The dimmed colour cannot be read on the dark theme's yellow. */}
      <Text size="xs">{t('since', { time: format.relative(notice.since) })}</Text>
    </Alert>
  );
}

/** Another page of the console, at an address that the API names. */
function NoticeLink({ link }: { link: string }) {
  const { t } = useTranslation('notices');
  const { history } = useRouter();
  return (
    <Anchor
      href={link}
      size="sm"
      fw={550}
      underline="always"
      c="inherit"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        history.push(link);
      }}
    >
      {t(pageOf(link))}
    </Anchor>
  );
}

function pageOf(link: string): 'toQuarantine' | 'toRuns' | 'toConnections' | 'toOperations' {
  if (link.startsWith('/quarantine')) return 'toQuarantine';
  if (link.startsWith('/runs')) return 'toRuns';
  return link.startsWith('/connections') ? 'toConnections' : 'toOperations';
}

const told = [
  'quarantine_open',
  'outcome_unknown',
  'connection_down',
  'worker_missing',
  'queue_stands',
  'run_log_behind',
  'ledger_off',
  'spool_in_use',
  'durability_low',
] as const;

function useNoticeWords({ code, facts }: Notice): { title: string; advice: string } {
  const { t } = useTranslation('notices');
  const known = told.find((one) => one === code);
  if (known === undefined) return { title: t('other', { code }), advice: '' };
  const count = Number(facts['count'] ?? facts['entries'] ?? facts['runs'] ?? facts['waiting'] ?? 1);
  const minutes = Math.ceil(Number(facts['oldest_age_seconds'] ?? 0) / 60);
  const words = { count, minutes, channel: facts['channel'], provider: facts['provider'] };
  return { title: t(`${known}.title`, words), advice: t(`${known}.advice`) };
}

function keyOf({ code, facts }: Notice): string {
  return [code, facts['channel'], facts['provider'], facts['state'], facts['instance']].join(' ');
}
