import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoreCheck } from '../../shared/model/mail-report.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckBox } from '../ui/check-box.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { CheckResult } from './check-result.tsx';
import styles from './mail-status.module.css';

type CheckCardProps = { readonly sectionId: SectionId; readonly check: StoreCheck | null };

/** Holds everything that is here against the server. */
export function CheckCard({ sectionId, check }: CheckCardProps) {
  const { t } = useTranslation('mail-status');
  const format = useFormat();
  const [withContent, setWithContent] = useState(false);
  const isUnderWay = check?.phase === 'waiting' || check?.phase === 'running';
  return (
    <Card
      level={2}
      title={t('check.title')}
      isBusy={isUnderWay}
      actions={
        // One button at one place: the focus stays on it.
        <Button
          size="sm"
          onPress={() =>
            void (isUnderWay
              ? call('mail.cancelCheck', { sectionId })
              : call('mail.check', { sectionId, withContent }))
          }
        >
          {t(isUnderWay ? 'check.stop' : 'check.start')}
        </Button>
      }
    >
      <div className={styles.body}>
        <p className={styles.quiet}>{t('check.lead')}</p>
        <CheckBox isSelected={withContent} onChange={setWithContent} isDisabled={isUnderWay}>
          {t('check.withContent')}
        </CheckBox>
        {check?.phase === 'waiting' && <p role="status">{t('check.waiting')}</p>}
        {check?.phase === 'running' && (
          <div className={styles.line}>
            <ProgressBar label={t('check.running')} done={check.done} total={check.total} />
            <span className={styles.amount}>
              {t('check.progress', {
                done: format.number(check.done),
                total: format.number(check.total),
              })}
            </span>
          </div>
        )}
        {check?.phase === 'cancelled' && <p role="status">{t('check.cancelled')}</p>}
        {check?.phase === 'done' && <CheckResult check={check} />}
      </div>
    </Card>
  );
}
