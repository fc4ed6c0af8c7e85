import { useTranslation } from 'react-i18next';
import { localeNames } from '../i18n/locale-names.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import type { PreferencesHandle } from './use-preferences.ts';

type LanguageChoiceProps = { readonly preferences: PreferencesHandle };

/** The language, before anybody has signed in: the first screen must already be readable. */
export function LanguageChoice({ preferences }: LanguageChoiceProps) {
  const { t } = useTranslation();
  return (
    <ChoiceGroup
      label={t('language')}
      isLabelHidden
      size="sm"
      value={preferences.value.locale}
      options={localeNames}
      onChange={(locale) => preferences.save({ ...preferences.value, locale })}
    />
  );
}
