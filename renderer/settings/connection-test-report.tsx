import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { connectionSteps } from '../../shared/model/account.ts';
import { classNames } from '../ui/class-names.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { CheckLine } from './check-line.tsx';
import styles from './mailbox-editor.module.css';
import type { ServerKind } from './mailbox-form.ts';
import { canTrust, hasPassed } from './report-outcome.ts';
import type { ConnectionTest } from './use-connection-test.ts';
import { useTestWords } from './use-test-words.ts';

type ConnectionTestReportProps = {
  readonly test: ConnectionTest;
  readonly onTrust: (kind: ServerKind, fingerprint: string) => void;
};

const kinds = ['imap', 'smtp'] as const;

/** What the connection test found, step by step for both servers. Nothing before the first test. */
export function ConnectionTestReport({ test, onTrust }: ConnectionTestReportProps) {
  const { t } = useTranslation('settings');
  const words = useTestWords();
  const { report, error, isRunning } = test;
  const section = useRef<HTMLElement>(null);
  // The form is longer than most windows, and its button stands below what it brings.
  useEffect(() => {
    if (isRunning || report !== null) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isRunning, report]);
  if (error !== null) return <ErrorNotice error={words(error)} />;
  if (report === null && !isRunning) return null;
  return (
    <section ref={section} className={classNames(styles.group, styles.test)}>
      <h3 className={styles.legend}>{t('test.title')}</h3>
      <div className={styles.reports}>
        {kinds.map((kind) => (
          <div key={kind} className={styles.report}>
            <h4>{t(`mailbox.${kind}`)}</h4>
            <ol>
              {report === null
                ? connectionSteps.map((step) => (
                    <CheckLine key={step} step={step} outcome="running" error={null} />
                  ))
                : report[kind].checks.map((check) => <CheckLine key={check.step} {...check} />)}
            </ol>
          </div>
        ))}
      </div>
      {report !== null && (
        <Notice tone={hasPassed(report) ? 'success' : 'warning'} isLive>
          {hasPassed(report) ? t('test.passed') : t('test.failed')}
        </Notice>
      )}
      {report !== null &&
        kinds.map((kind) => {
          const { certificate } = report[kind];
          if (certificate === null || !canTrust(report[kind])) return null;
          return (
            <CertificatePanel
              key={kind}
              kind={kind}
              certificate={certificate}
              onTrust={() => onTrust(kind, certificate.fingerprint)}
            />
          );
        })}
    </section>
  );
}
