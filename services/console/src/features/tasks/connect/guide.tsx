import { Accordion, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { loadGuide } from './guides.ts';
import { MarkdownText } from './markdown-text.tsx';

/** The guide of a sender, its sections behind their headings, the first one open. */
export function Guide({ source, address }: { source: string; address: string }) {
  const { t } = useTranslation('tasks');
  const [language] = useLanguage();
  const query = useQuery({
    queryKey: ['guide', source, language, address],
    queryFn: () => loadGuide(source, language, address),
    staleTime: Infinity,
  });
  return (
    <Loaded query={query} skeleton={<Skeleton height={320} />}>
      {({ language: spoken, sections: [intro, ...sections] }) => (
        <div lang={spoken} key={`${source} ${language}`}>
          {spoken !== language && (
            <Text size="sm" c="dimmed" lang={language}>
              {t('guide.otherLanguage')}
            </Text>
          )}
          {intro !== undefined && <MarkdownText>{intro.markdown}</MarkdownText>}
          <Accordion order={3} multiple mt="sm" defaultValue={['0']}>
            {sections.map(({ title, markdown }, i) => (
              <Accordion.Item key={title} value={String(i)}>
                <Accordion.Control>{title}</Accordion.Control>
                <Accordion.Panel>
                  <MarkdownText>{markdown}</MarkdownText>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </div>
      )}
    </Loaded>
  );
}
