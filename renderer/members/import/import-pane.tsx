import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import recordStyles from '../member-record.module.css';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './import.module.css';
import { ImportList } from './import-list.tsx';
import { PreviewStep } from './preview-step.tsx';
import { type ImportWork, useMemberImport } from './use-member-import.ts';

type ImportPaneProps = {
  readonly onClose: () => void;
  /** Members were added or changed. */
  readonly onWritten: () => void;
};

const steps = ['file', 'columns', 'preview'] as const;

/** Members out of a CSV file, in three steps, and the imports that can still be taken back. */
export function ImportPane({ onClose, onWritten }: ImportPaneProps) {
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const pane = useRef<HTMLElement>(null);
  const flow = useMemberImport(onWritten);
  const { stage, work, error } = flow;
  useShortcut({ key: 'Escape' }, onClose, { isDisabled: work !== null });
  // What had the focus went with the step before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step
  useEffect(() => pane.current?.focus(), [stage.kind]);

  const words = (one: AppError) => {
    const found = errorWords(one);
    const isLine = one.code.startsWith('import-') && found.detail !== null;
    return isLine ? { ...found, detail: t('import.line', { line: found.detail }) } : found;
  };
  return (
    <section
      ref={pane}
      className={recordStyles.pane}
      aria-label={t('import.title')}
      data-pane="reading"
      tabIndex={-1}
    >
      <header className={recordStyles.head}>
        <h2 className={recordStyles.title}>{t('import.title')}</h2>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step} aria-current={stage.kind === step ? 'step' : undefined}>
              {t(`import.step.${step}`)}
            </li>
          ))}
        </ol>
        <div className={recordStyles.ways}>
          <IconButton icon="close" label={t('import.close')} onPress={onClose} />
        </div>
      </header>
      <div className={recordStyles.scroller}>
        <div className={styles.column}>
          {error !== null && <ErrorNotice error={words(error)} />}
          {work !== null && <Working work={work} onCancel={() => void flow.cancel()} />}
          {work === null && stage.kind === 'file' && <FileStep flow={flow} read={stage.read} />}
          {work === null && stage.kind === 'columns' && (
            <ColumnsStep flow={flow} read={stage.read} />
          )}
          {work === null && stage.kind === 'preview' && (
            <PreviewStep flow={flow} counts={stage.counts} />
          )}
          {stage.kind === 'done' && (
            <Notice
              tone="success"
              title={t('import.done.title')}
              isLive
              actions={<Button onPress={flow.again}>{t('import.done.another')}</Button>}
            >
              {t('import.done.text', stage.written)}
            </Notice>
          )}
          {work === null && (stage.kind === 'file' || stage.kind === 'done') && (
            <ImportList onUndone={onWritten} />
          )}
        </div>
      </div>
    </section>
  );
}

type WorkingProps = { readonly work: ImportWork; readonly onCancel: () => void };

/** Once rows are written there is no way back but to undo it. */
function Working({ work: { step, done, total }, onCancel }: WorkingProps) {
  const { t } = useTranslation('members');
  const format = useFormat();
  const label = t(`import.working.${step}`);
  const isBytes = step === 'reading';
  const show = isBytes ? format.size : format.number;
  const amount = total === 0 ? '' : t('import.amount', { done: show(done), total: show(total) });
  return (
    <div className={styles.working}>
      <p role="status">{label}</p>
      <ProgressBar label={label} done={done} total={total} valueLabel={amount} />
      <div className={styles.line}>
        <span className={styles.quiet}>{amount}</span>
        {step !== 'writing' && step !== 'undoing' && (
          <Button size="sm" onPress={onCancel}>
            {t('import.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
