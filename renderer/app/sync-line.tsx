import { useTranslation } from 'react-i18next';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { ServerAlert } from './server-alert.tsx';
import { serverWords } from './server-words.ts';
import styles from './sidebar.module.css';
import { syncTone } from './sync-tone.ts';
import { useSyncWords } from './use-sync-words.ts';

type SyncLineProps = {
  readonly section: SectionSummary;
  /** The page that tells more is on screen. */
  readonly isShown: boolean;
  readonly onOpen: () => void;
};

/** How a section's sync stands: a mark, words, and what can be done about it. */
export function SyncLine({ section, isShown, onOpen }: SyncLineProps) {
  const { t } = useTranslation(['app', 'common']);
  const words = useErrorWords();
  const format = useFormat();
  const syncWords = useSyncWords();
  const { sync, storeError } = section;
  const name = t(`common:section.${section.id}`);
  const error = storeError === null ? sync.error : null;
  const said = error === null ? null : serverWords(error);
  const canRetry = storeError === null && (sync.phase === 'waiting' || sync.phase === 'stopped');

  return (
    <div className={styles.sync}>
      <div className={styles.syncLine}>
        <span className={styles.mark} data-tone={syncTone(section)} aria-hidden="true" />
        {section.address === null || storeError !== null ? (
          <span className={styles.syncWords}>{syncWords(section)}</span>
        ) : (
          <button
            type="button"
            className={classNames(styles.syncWords, styles.syncButton)}
            aria-current={isShown ? 'page' : undefined}
            aria-label={t('app:sync.open', { words: syncWords(section), section: name })}
            onClick={onOpen}
          >
            {syncWords(section)}
          </button>
        )}
        {sync.phase === 'syncing' && (
          <IconButton
            icon="close"
            size="sm"
            label={t('app:sync.cancel', { section: name })}
            onPress={() => void call('sync.cancel', { sectionId: section.id })}
          />
        )}
        {canRetry && (
          <IconButton
            icon="retry"
            size="sm"
            label={t('app:sync.retryFor', { section: name })}
            onPress={() => void call('sync.start', { sectionId: section.id })}
          />
        )}
      </div>
      {sync.phase === 'syncing' && (
        <ProgressBar
          label={t('app:sync.syncing', { section: name })}
          done={sync.done}
          total={sync.total}
          valueLabel={t('app:sync.progress', {
            done: format.number(sync.done),
            total: format.number(sync.total),
          })}
        />
      )}
      {error !== null && canRetry && (
        <div className={styles.error} role="status">
          <p>{words(error).what}</p>
          <p className={styles.next}>{words(error).next}</p>
          {sync.phase === 'waiting' && sync.lastSyncedAt !== null && (
            <p className={styles.next}>
              {t('app:sync.lastGood', { time: format.shortDate(sync.lastSyncedAt) })}
            </p>
          )}
          {said !== null && (
            <p className={styles.said}>{t('common:serverSaid', { detail: said })}</p>
          )}
        </div>
      )}
      {sync.alert !== null && <ServerAlert alert={sync.alert} name={name} />}
    </div>
  );
}
