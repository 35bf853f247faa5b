import { Anchor, Code, Grid, List, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTaskName } from '../../../api/task-names.ts';
import type { QuarantineEntry } from '../../../api/types.ts';
import { BackLink } from '../../../ui/back-link.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { isMissing, Missing } from '../../../ui/missing.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { Surface } from '../../../ui/surface.tsx';
import { Time } from '../../../ui/time.tsx';
import { entryQuery } from '../queries.ts';
import { useCauseWords } from '../use-cause-words.ts';
import { decodeBody, prettyBody } from './decode-body.ts';
import { MendCard } from './mend-card.tsx';
import classes from './entry-page.module.css';

const route = getRouteApi('/signed-in/quarantine/$entryId');

/** A request that gave no lead: why, what came in, and how to put it right. */
export function EntryPage() {
  const { entryId } = route.useParams();
  const query = useQuery(entryQuery(entryId));
  if (isMissing(query)) return <Missing what="entry" />;
  return (
    <Loaded query={query} skeleton={<EntrySkeleton />}>
      {(entry) => (
        <>
          <EntryHeader entry={entry} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Stack>
                <Causes entry={entry} />
                {entry.status === 'open' ? (
                  <MendCard key={entry.id} entry={entry} />
                ) : (
                  <Started entry={entry} />
                )}
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <RequestCard entry={entry} />
            </Grid.Col>
          </Grid>
        </>
      )}
    </Loaded>
  );
}

function EntryHeader({ entry }: { entry: QuarantineEntry }) {
  const { t } = useTranslation('quarantine');
  const task = useTaskName(entry.task_id);
  const isOpen = entry.status === 'open';
  return (
    <PageHeader
      back={<BackLink to="/quarantine">{t('title')}</BackLink>}
      title={t('entry.title')}
      badge={<StatusBadge tone={isOpen ? 'waiting' : 'good'}>{t(`status.${entry.status}`)}</StatusBadge>}
      subtitle={
        <>
          {task === null ? (
            t('list.taskGone')
          ) : (
            <Anchor component={Link} to={`/tasks/${entry.task_id}`} underline="always">
              {task}
            </Anchor>
          )}{' '}
          · <Time iso={entry.received_at} />
        </>
      }
    />
  );
}

function Causes({ entry }: { entry: QuarantineEntry }) {
  const { t } = useTranslation('quarantine');
  const { errorWords, codeWords } = useCauseWords();
  return (
    <Surface title={t('entry.why')}>
      <Stack gap="xs">
        <Text>{codeWords(entry)}</Text>
        {entry.errors.length > 0 ? (
          <List>
            {entry.errors.map((error) => (
              <List.Item key={`${error.field} ${error.message}`}>{errorWords(error)}</List.Item>
            ))}
          </List>
        ) : (
          <Text c="dimmed">{entry.detail}</Text>
        )}
      </Stack>
    </Surface>
  );
}

function Started({ entry: { run_ids } }: { entry: QuarantineEntry }) {
  const { t } = useTranslation('quarantine');
  return (
    <Surface title={t('entry.started')}>
      {run_ids.length === 0 && <Text c="dimmed">{t('entry.startedNone')}</Text>}
      <Stack gap={4} align="flex-start">
        {run_ids.map((id) => (
          <Anchor key={id} component={Link} to={`/runs/${id}`} underline="always">
            {t('entry.seeRun')}
          </Anchor>
        ))}
      </Stack>
    </Surface>
  );
}

/** What came in, decoded. Credentials were left out before it was kept. */
function RequestCard({ entry: { request } }: { entry: QuarantineEntry }) {
  const { t } = useTranslation('quarantine');
  const { text, isText } = decodeBody(request.body);
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <Surface title={t('entry.request')}>
      <Stack gap="sm">
        <Text size="sm">
          {request.method}
          {request.query !== '' && ` ?${request.query}`}
        </Text>
        {!isText && (
          <Text size="sm" c="dimmed">
            {t('entry.notText')}
          </Text>
        )}
        <Code block tabIndex={0} className={classes['body'] ?? ''}>
          {text === '' ? t('entry.emptyBody') : prettyBody(text)}
        </Code>
        <details>
          <Text component="summary" size="sm">
            {t('entry.headers')}
          </Text>
          <Code block tabIndex={0} mt={4} className={classes['body'] ?? ''}>
            {headers.join('\n')}
          </Code>
        </details>
      </Stack>
    </Surface>
  );
}

function EntrySkeleton() {
  return (
    <Stack gap="sm">
      <Skeleton height={16} width={80} />
      <Skeleton height={28} width={260} />
      <Skeleton height={280} radius="lg" mt="sm" />
    </Stack>
  );
}
