import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MailReport } from '../../shared/model/mail-report.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './mail-status.module.css';

type SupportCardProps = { readonly sectionId: SectionId; readonly report: MailReport };

/** What an IT desk asks for, and the log to give it. */
export function SupportCard({ sectionId, report }: SupportCardProps) {
  const { t } = useTranslation('mail-status');
  const errorWords = useErrorWords();
  const format = useFormat();
  const showToast = useToast();
  const [failed, setFailed] = useState<AppError | null>(null);
  const { traffic, connection } = report;

  async function save() {
    const result = await call('log.save', { sectionId, report });
    setFailed(result.ok ? null : result.error);
    if (result.ok && result.value.saved) showToast({ text: t('support.saved') });
  }
  return (
    <Card
      level={2}
      title={t('support.title')}
      actions={
        <Button size="sm" onPress={() => void save()}>
          {t('support.save')}
        </Button>
      }
    >
      <div className={styles.body}>
        <p className={styles.quiet}>{t('support.lead')}</p>
        {failed !== null && <ErrorNotice error={errorWords(failed)} />}
        <dl className={styles.facts}>
          <dt>{t('support.traffic')}</dt>
          <dd>
            {t('support.bytes', {
              received: format.size(traffic.received),
              sent: format.size(traffic.sent),
            })}
          </dd>
          {connection !== null && (
            <>
              <dt>{t('support.capabilities')}</dt>
              <dd className={styles.words}>{connection.capabilities.join(' ')}</dd>
            </>
          )}
        </dl>
      </div>
    </Card>
  );
}
