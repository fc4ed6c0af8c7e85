import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Locale, Preferences } from '../../shared/model/preferences.ts';
import { call } from '../api.ts';
import { useEvent } from '../use-event.ts';

export type PreferencesHandle = {
  readonly value: Preferences;
  /** False until the stored preferences are known, so that the window never starts in the wrong theme. */
  readonly isReady: boolean;
  readonly save: (preferences: Preferences) => void;
};

/** What staff chose: kept by the main process; the language and the theme are put into effect here. */
export function usePreferences(): PreferencesHandle {
  const { i18n } = useTranslation();
  const [value, setValue] = useState(() =>
    Preferences.parse({ locale: i18n.language as Locale, theme: 'system' }),
  );
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    let isShown = true;
    void call('preferences.get', null).then((result) => {
      if (!isShown) return;
      // Without stored preferences the window still works, in the system's language and theme.
      if (result.ok) setValue(result.value);
      setReady(true);
    });
    return () => {
      isShown = false;
    };
  }, []);
  useEvent('preferences.changed', setValue);

  useEffect(() => {
    document.documentElement.lang = value.locale;
    if (i18n.language !== value.locale) void i18n.changeLanguage(value.locale);
  }, [value.locale, i18n]);
  useEffect(() => {
    document.documentElement.dataset.theme = value.theme;
  }, [value.theme]);

  const save = useCallback((preferences: Preferences) => {
    setValue(preferences);
    void call('preferences.save', preferences);
  }, []);
  return { value, isReady, save };
}
