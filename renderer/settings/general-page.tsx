import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../shared/contract.ts';
import {
  ContentProtection,
  lockMinutes,
  type Preferences,
} from '../../shared/model/preferences.ts';
import { localeNames } from '../i18n/locale-names.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { KeepReportsChoice } from './keep-reports-choice.tsx';
import styles from './settings-screen.module.css';

type GeneralPageProps = {
  readonly preferences: Preferences;
  readonly info: CallOutput<'app.info'> | null;
  readonly onPreferences: (preferences: Preferences) => void;
};

/** Language, appearance, the lock, and which version this is. */
export function GeneralPage({ preferences, info, onPreferences }: GeneralPageProps) {
  const { t } = useTranslation('settings');
  const hasContentProtection = info?.platform !== 'linux';
  return (
    <div className={styles.content}>
      <h2 className={styles.pageTitle}>{t('general')}</h2>
      <ChoiceGroup
        label={t('language')}
        value={preferences.locale}
        options={localeNames}
        onChange={(locale) => onPreferences({ ...preferences, locale })}
      />
      <ChoiceGroup
        label={t('theme')}
        value={preferences.theme}
        options={(['system', 'light', 'dark'] as const).map((theme) => ({
          value: theme,
          label: t(`themes.${theme}`),
        }))}
        onChange={(theme) => onPreferences({ ...preferences, theme })}
      />
      <ChoiceGroup
        label={t('lockAfter')}
        value={preferences.lockAfterMinutes}
        options={lockMinutes.map((count) => ({ value: count, label: t('lockMinutes', { count }) }))}
        onChange={(lockAfterMinutes) => onPreferences({ ...preferences, lockAfterMinutes })}
        description={t('lockText')}
      />
      <ChoiceGroup
        label={t('contentProtection.label')}
        value={hasContentProtection ? preferences.contentProtection : 'off'}
        options={ContentProtection.options.map((choice) => ({
          value: choice,
          label: t(`contentProtection.${choice}`),
        }))}
        onChange={(contentProtection) => onPreferences({ ...preferences, contentProtection })}
        description={t(hasContentProtection ? 'contentProtection.text' : 'contentProtection.linux')}
        isDisabled={!hasContentProtection}
      />
      <KeepReportsChoice
        value={preferences.keepReports}
        onChange={(keepReports) => onPreferences({ ...preferences, keepReports })}
      />
      {info && (
        <section className={styles.block}>
          <h3>{t('about')}</h3>
          <p className={styles.quiet}>{t('version', { version: info.version })}</p>
          {info.fallbackRuntime && <p className={styles.quiet}>{t('fallbackRuntime')}</p>}
        </section>
      )}
    </div>
  );
}
