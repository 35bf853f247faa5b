import { useState } from 'react';
import { Checkbox, Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { useStepEditing } from '../step-context.ts';
import { withMember, type StepOf } from '../steps.ts';
import { HeaderInputs } from './header-inputs.tsx';
import { jsonText, readJson } from './json-body.ts';

type Request = StepOf<'http'>['request'];
const methods = ['POST', 'PUT', 'PATCH', 'GET', 'DELETE'] as const;

/** A call of an address. */
export function HttpFields({ step }: { step: StepOf<'http'> }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { request } = step;
  const set = <K extends keyof Request>(key: K, value: Request[K] | undefined) =>
    change({ ...step, request: withMember(request, key, value) }, `request.${key}`);
  const { method = 'POST' } = request;
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" wrap="wrap">
        <Select
          label={t('message.http.method')}
          data={[...methods]}
          value={method}
          onChange={(value) =>
            set(
              'method',
              methods.find((one) => one === value),
            )
          }
          allowDeselect={false}
          w={110}
        />
        <div style={{ flex: '1 1 14rem', minWidth: 0 }}>
          <TemplateField
            label={t('message.http.url')}
            field="request.url"
            value={request.url}
            onChange={(url) => set('url', url)}
            error={request.url === '' ? t('message.http.urlEmpty') : undefined}
            singleLine
          />
        </div>
      </Group>
      <HeaderInputs headers={request.headers ?? {}} onChange={(headers) => set('headers', headers)} />
      {method !== 'GET' && <BodyField body={request.body} onChange={(body) => set('body', body)} />}
      <Checkbox
        label={t('message.http.reachesPerson')}
        description={t('message.http.reachesPersonHint')}
        checked={step.reaches_person === true}
        onChange={({ currentTarget: { checked } }) =>
          change(withMember(step, 'reaches_person', checked ? true : undefined))
        }
      />
    </Stack>
  );
}

/** JSON, of which every text is a template. What does not parse is kept here, not in the task. */
function BodyField({ body, onChange }: { body: unknown; onChange: (body: unknown) => void }) {
  const { t } = useTranslation('tasks');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && !isOf(typed, body) ? typed : (typed ?? jsonText(body));
  const isBroken = readJson(shown) === undefined;
  return (
    <TemplateField
      label={t('message.http.body')}
      hint={t('message.http.bodyHint')}
      field="request.body"
      value={shown}
      onChange={(text) => {
        setTyped(text);
        const read = readJson(text);
        if (read !== undefined) onChange(read.value);
      }}
      error={isBroken ? t('message.http.bodyBroken') : undefined}
    />
  );
}

/** Whether the text is that of the body: else the body was changed elsewhere, or the text does not parse. */
function isOf(text: string, body: unknown): boolean {
  return JSON.stringify(readJson(text)?.value) === JSON.stringify(body);
}
