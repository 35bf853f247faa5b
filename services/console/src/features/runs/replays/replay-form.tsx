import { useState } from 'react';
import { Alert, Button, Checkbox, Group, NumberInput, Radio, Stack } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReplayFilter } from '../../../api/types.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { leftOutOf } from './left-out.tsx';
import { replayCountQuery, useStartReplay } from './queries.ts';
import { ReasonSelect, ReplayCount } from './replay-count.tsx';

/** Runs a second: a mailbox or a phone at the other end keeps up with it. */
const DEFAULT_RATE = 10;
const HIGHEST_RATE = 1_000;
const SECOND_MS = 1_000;

interface ReplayFormProps {
  wanted: ReplayFilter;
  onStarted: () => void;
}

/** How many runs they are, and how they are to start: only what was counted can be started. */
export function ReplayForm({ wanted, onStarted }: ReplayFormProps) {
  const { t } = useTranslation('runs');
  const [reason, setReason] = useState<string | null>(null);
  const [revision, setRevision] = useState<'current' | 'pinned'>('current');
  const [rate, setRate] = useState<number>(DEFAULT_RATE);
  const [respectsDedupe, setRespectsDedupe] = useState(true);
  const filter = reason === null ? wanted : { ...wanted, reason };
  const count = useQuery(replayCountQuery(filter, respectsDedupe));
  const { mutate, isPending, error } = useStartReplay(onStarted);
  const starting = count.data === undefined ? 0 : count.data.total - leftOutOf(count.data.left_out);
  return (
    <Stack>
      <ReplayCount filter={filter} query={count} />
      <ReasonSelect wanted={wanted} respectsDedupe={respectsDedupe} value={reason} onChange={setReason} />
      <Alert
        color="yellow"
        icon={<IconAlertTriangle aria-hidden />}
        title={t('bulk.again.title')}
        styles={{ title: { color: 'var(--mantine-color-text)' } }}
      >
        {t('bulk.again.text')}
      </Alert>
      <Radio.Group
        label={t('bulk.revision.label')}
        value={revision}
        onChange={(value) => setRevision(value === 'pinned' ? 'pinned' : 'current')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="current" label={t('bulk.revision.current')} />
          <Radio value="pinned" label={t('bulk.revision.pinned')} />
        </Stack>
      </Radio.Group>
      <Checkbox
        label={t('bulk.respect')}
        checked={respectsDedupe}
        onChange={({ currentTarget }) => setRespectsDedupe(currentTarget.checked)}
      />
      <Rate rate={rate} onChange={setRate} runs={starting} />
      {error !== null && <ProblemAlert error={error} />}
      <Group>
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={isPending}
          disabled={starting === 0}
          onClick={() => mutate({ filter, revision, rate, respect_dedupe: respectsDedupe })}
        >
          {t('bulk.start', { count: starting })}
        </Button>
      </Group>
    </Stack>
  );
}

interface RateProps {
  rate: number;
  onChange: (rate: number) => void;
  /** How many start. */
  runs: number;
}

/** How many start in a second, and how long all of them then take. */
function Rate({ rate, onChange, runs }: RateProps) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const ms = Math.ceil(runs / rate) * SECOND_MS;
  return (
    <NumberInput
      label={t('bulk.rate')}
      description={
        runs === 0
          ? t('bulk.rateHint')
          : `${t('bulk.rateHint')} ${t('bulk.takes', { time: format.duration(ms) })}`
      }
      value={rate}
      onChange={(value) => onChange(typeof value === 'number' && value > 0 ? value : DEFAULT_RATE)}
      min={1}
      max={HIGHEST_RATE}
      clampBehavior="strict"
      allowDecimal={false}
      maw={360}
    />
  );
}
