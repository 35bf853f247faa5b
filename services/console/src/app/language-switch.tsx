import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** Each language by its own name. */
export function LanguageSwitch() {
  const { t } = useTranslation('app');
  const [language, setLanguage] = useLanguage();
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} id="language-label">
        {t('preferences.language')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="language-label"
        value={language}
        onChange={setLanguage}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
    </div>
  );
}
