import { useTranslation } from 'react-i18next';
import type { MailReport } from '../../shared/model/mail-report.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { bodyMonths, wholeUpToMb } from '../../shared/model/section-settings.ts';
import { useSectionSettings } from '../answering/use-section-settings.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Card } from '../ui/card.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import styles from './mail-status.module.css';

type KeepingCardProps = { readonly sectionId: SectionId; readonly report: MailReport };

/** How much room the section's mail takes on this computer, and how to have it take less. */
export function KeepingCard({ sectionId, report: { storeSize, bodies } }: KeepingCardProps) {
  const { t } = useTranslation('mail-status');
  const format = useFormat();
  const errorWords = useErrorWords();
  const { settings, error, change } = useSectionSettings(sectionId);
  const { messages, partial } = bodies;
  return (
    <Card level={2} title={t('keeping.title')}>
      <div className={styles.body}>
        <p className={styles.quiet}>
          {t('keeping.size', { size: format.size(storeSize), messages: format.number(messages) })}{' '}
          {partial > 0 && t('keeping.partial', { count: partial })}
        </p>
        {error !== null && <ErrorNotice error={errorWords(error)} />}
        {settings !== null && (
          <>
            <ChoiceGroup
              label={t('keeping.months')}
              description={t('keeping.monthsHint')}
              value={settings.bodyMonths}
              options={bodyMonths.map((months) => ({
                value: months,
                label: months === 0 ? t('keeping.all') : t('keeping.lastMonths', { count: months }),
              }))}
              onChange={(months) => void change({ bodyMonths: months })}
            />
            <ChoiceGroup
              label={t('keeping.large')}
              description={t('keeping.largeHint')}
              value={settings.wholeUpToMb}
              options={wholeUpToMb.map((megabytes) => ({
                value: megabytes,
                label: t('keeping.megabytes', { count: megabytes }),
              }))}
              onChange={(megabytes) => void change({ wholeUpToMb: megabytes })}
            />
          </>
        )}
      </div>
    </Card>
  );
}
