import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../../renderer/i18n/create-i18n.ts';
import type { Locale } from '../../shared/model/preferences.ts';

/** The markup that a component starts with, in one language. */
export function renderMarkup(element: ReactElement, locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    createElement(I18nextProvider, { i18n: createI18n(locale) }, element),
  );
}
