import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../../shared/model/preferences.ts';
import { catalogs } from './catalogs.ts';

/** The translator, ready when it returns: the catalogs are in the bundle and nothing is fetched. */
export function createI18n(locale: Locale): i18n {
  const translator = createInstance();
  void translator.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    supportedLngs: ['en', 'ja'],
    defaultNS: 'common',
    resources: catalogs,
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return translator;
}
