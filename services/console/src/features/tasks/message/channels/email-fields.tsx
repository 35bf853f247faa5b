import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import { useStepEditing } from '../step-context.ts';
import { withMember, type StepOf } from '../steps.ts';
import { ConnectionSelect } from './connection-select.tsx';
import { OptionalInput } from './optional-input.tsx';

type Message = StepOf<'email'>['message'];

/** A mail: always with a text, with HTML beside it where wanted. */
export function EmailFields({ step }: { step: StepOf<'email'> }) {
  const { t } = useTranslation('tasks');
  const { change } = useStepEditing();
  const { message } = step;
  const set = <K extends keyof Message>(key: K, value: Message[K] | undefined) =>
    change({ ...step, message: withMember(message, key, value) }, `message.${key}`);
  const { html } = message;
  return (
    <Stack gap="sm">
      <ConnectionSelect step={step} />
      <OptionalInput
        label={t('message.recipient')}
        field="message.to"
        value={message.to}
        fallback="{{email}}"
        onChange={(to) => set('to', to)}
      />
      <TemplateField
        label={t('message.subject')}
        field="message.subject"
        value={message.subject}
        onChange={(subject) => set('subject', subject)}
        error={message.subject === '' ? t('message.subjectEmpty') : undefined}
        singleLine
      />
      <TemplateField
        label={t('message.text')}
        field="message.text"
        value={message.text}
        onChange={(text) => set('text', text)}
      />
      <Checkbox
        label={t('message.withHtml')}
        checked={html !== undefined}
        onChange={({ currentTarget }) =>
          set('html', currentTarget.checked ? `<p>${message.text}</p>` : undefined)
        }
      />
      {html !== undefined && (
        <TemplateField
          label={t('message.html')}
          hint={t('message.htmlHint')}
          field="message.html"
          value={html}
          onChange={(text) => set('html', text)}
        />
      )}
      <ReturnWays message={message} set={set} />
    </Stack>
  );
}

interface ReturnWaysProps {
  message: Message;
  set: (key: 'reply_to' | 'unsubscribe_url', value: string | undefined) => void;
}

/** Where the answers go, and how somebody takes themselves off. */
function ReturnWays({ message, set }: ReturnWaysProps) {
  const { t } = useTranslation('tasks');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
      <OptionalInput
        label={t('message.replyTo')}
        hint={t('message.replyToHint')}
        field="message.reply_to"
        value={message.reply_to}
        onChange={(value) => set('reply_to', value)}
      />
      <OptionalInput
        label={t('message.unsubscribe')}
        hint={t('message.unsubscribeHint')}
        field="message.unsubscribe_url"
        value={message.unsubscribe_url}
        onChange={(value) => set('unsubscribe_url', value)}
      />
    </SimpleGrid>
  );
}
