import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TemplateField } from '../editor/template-field.tsx';
import type { WhatsAppTemplate } from '../steps.ts';

type Header = NonNullable<WhatsAppTemplate['header']>;

const kinds = ['none', 'text', 'image', 'video', 'document'] as const;

interface HeaderFieldsProps {
  header: Header | undefined;
  onChange: (header: Header | undefined, key?: string) => void;
}

/** What stands above the body of a template, where it was approved with a header that takes a value. */
export function HeaderFields({ header, onChange }: HeaderFieldsProps) {
  const { t } = useTranslation('tasks');
  const choose = (chosen: string | null) => {
    const kind = kinds.find((one) => one === chosen);
    if (kind === undefined || kind === header?.type) return;
    if (kind === 'none') onChange(undefined);
    else if (kind === 'text') onChange({ type: kind, text: '' });
    else onChange({ type: kind, link: header !== undefined && 'link' in header ? header.link : 'https://' });
  };
  return (
    <>
      <Select
        label={t('message.whatsapp.header')}
        data={kinds.map((value) => ({ value, label: t(`message.whatsapp.headers.${value}`) }))}
        value={header?.type ?? 'none'}
        onChange={choose}
        allowDeselect={false}
        maw={280}
      />
      {header?.type === 'text' && (
        <TemplateField
          label={t('message.whatsapp.headerText')}
          field="message.template.header.text"
          value={header.text}
          onChange={(text) => onChange({ ...header, text }, 'header.text')}
          singleLine
        />
      )}
      {header !== undefined && header.type !== 'text' && (
        <TemplateField
          label={t('message.whatsapp.headerLink')}
          hint={t('message.whatsapp.headerLinkHint')}
          field="message.template.header.link"
          value={header.link}
          onChange={(link) => onChange({ ...header, link }, 'header.link')}
          singleLine
        />
      )}
    </>
  );
}
