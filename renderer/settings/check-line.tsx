import { useTranslation } from 'react-i18next';
import type { ConnectionCheck } from '../../shared/model/account.ts';
import { Icon } from '../ui/icons/icon.tsx';
import { Spinner } from '../ui/spinner.tsx';
import styles from './mailbox-editor.module.css';
import { useTestWords } from './use-test-words.ts';

type CheckLineProps = {
  readonly step: ConnectionCheck['step'];
  readonly outcome: ConnectionCheck['outcome'] | 'running';
  readonly error: ConnectionCheck['error'];
};

const icons = { passed: 'check', failed: 'error', skipped: 'minus' } as const;

/** One step of the connection test, and in plain words why it failed. */
export function CheckLine({ step, outcome, error }: CheckLineProps) {
  const { t } = useTranslation('settings');
  const words = useTestWords();
  const problem = error === null ? null : words(error);
  return (
    <li className={styles.step} data-outcome={outcome}>
      {outcome === 'running' ? (
        <span className={styles.turning}>
          <Spinner />
        </span>
      ) : (
        <Icon name={icons[outcome]} />
      )}
      <div className={styles.stepWords}>
        {t(`test.step.${step}`)}
        <span className={styles.spoken}>{t(`test.outcome.${outcome}`)}</span>
        {problem && (
          <div className={styles.problem}>
            <p>
              <strong>{problem.what}</strong> {problem.next}
            </p>
            {problem.detail && <p className={styles.detail}>{problem.detail}</p>}
          </div>
        )}
      </div>
    </li>
  );
}
