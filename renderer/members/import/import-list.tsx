import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { ImportProgress, MemberImport } from '../../../shared/model/member-import.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useCall } from '../../use-call.ts';
import { useEvent } from '../../use-event.ts';
import styles from './import.module.css';

/** The imports of the last 30 days, each of which can be taken back once. */
export function ImportList({ onUndone }: { readonly onUndone: () => void }) {
  const { t } = useTranslation(['members', 'common']);
  const errorWords = useErrorWords();
  const format = useFormat();
  const imports = useCall('memberImport.list', { sectionId: 'members' });
  const [asked, setAsked] = useState<MemberImport | null>(null);
  const [undoing, setUndoing] = useState<number | null>(null);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const running = imports.value?.find(({ state }) => state === 'writing' || state === 'undoing');
  useEvent('memberImport.changed', setProgress);
  // The end of what goes on since before the pane was closed.
  useEvent('section.changed', ({ sectionId }) => {
    if (sectionId !== 'members' || running === undefined || undoing !== null) return;
    imports.reload();
    onUndone();
  });

  async function undo({ id }: MemberImport): Promise<void> {
    setAsked(null);
    setUndoing(id);
    setProgress(null);
    const result = await call('memberImport.undo', { sectionId: 'members', importId: id });
    setUndoing(null);
    setError(result.ok ? null : result.error);
    imports.reload();
    onUndone();
  }

  const all = imports.value ?? [];
  return (
    <section className={styles.list} aria-label={t('members:import.list.title')}>
      <h3 className={styles.what}>{t('members:import.list.title')}</h3>
      {(error ?? imports.error) !== null && (
        <ErrorNotice error={errorWords(error ?? imports.error ?? { code: 'unexpected' })} />
      )}
      {imports.value?.length === 0 && (
        <p className={styles.quiet}>{t('members:import.list.none')}</p>
      )}
      <ul className={styles.rows}>
        {all.map((one) => (
          <li key={one.id} className={styles.row}>
            <div className={styles.line}>
              <span className={styles.what}>{one.fileName}</span>
              <span className={styles.quiet}>
                {t('members:history.by', {
                  date: format.dateTime(one.at),
                  name: one.staffName || t('members:history.unknown'),
                })}
              </span>
              {one.state === 'done' && undoing === null && running === undefined && (
                <Button size="sm" onPress={() => setAsked(one)}>
                  {t('members:import.list.undo')}
                </Button>
              )}
            </div>
            <p>{t('members:import.done.text', one)}</p>
            {one.reason !== '' && (
              <p className={styles.quiet}>{t('members:history.reason', { reason: one.reason })}</p>
            )}
            {one.state === 'undone' && <p role="status">{t('members:import.list.undone', one)}</p>}
            {(undoing === one.id || one === running) && (
              <Running one={one} isUndo={one.state !== 'writing'} progress={progress} />
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        title={t('members:import.list.askTitle', { name: asked?.fileName ?? '' })}
        isOpen={asked !== null}
        confirmLabel={t('members:import.list.undo')}
        cancelLabel={t('common:cancel')}
        isDangerous
        onConfirm={() => {
          if (asked !== null) void undo(asked);
        }}
        onCancel={() => setAsked(null)}
      >
        {t('members:import.list.askText')}
      </ConfirmDialog>
    </section>
  );
}

type RunningProps = {
  readonly one: MemberImport;
  readonly isUndo: boolean;
  /** Null until something is heard, as of one that was begun before the pane was closed. */
  readonly progress: ImportProgress | null;
};

function Running({ one, isUndo, progress }: RunningProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const label = t(`import.working.${isUndo ? 'undoing' : 'writing'}`);
  const { added, changed, skipped, takenBack, left } = one;
  const known = isUndo
    ? { done: takenBack + left, total: added + changed }
    : { done: added + changed + skipped, total: one.prepared };
  const { done, total } = progress ?? known;
  const amount = t('import.amount', { done: format.number(done), total: format.number(total) });
  return (
    <div className={styles.working}>
      <p role="status">{label}</p>
      <ProgressBar label={label} done={done} total={total} valueLabel={amount} />
      <span className={styles.quiet}>{amount}</span>
    </div>
  );
}
