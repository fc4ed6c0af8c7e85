import 'i18next';
import type { catalogs } from './catalogs.ts';

/** Makes a misspelt key a compile error: `t('settings:langauge')`. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof catalogs)['en'];
  }
}
