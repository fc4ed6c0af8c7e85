import { useTranslation } from 'react-i18next';
import type { FolderReport } from '../../shared/model/mail-report.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ScreenFrame } from '../ui/screen-frame.tsx';
import { CheckCard } from './check-card.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { FoldersCard } from './folders-card.tsx';
import { KeepingCard } from './keeping-card.tsx';
import styles from './mail-status.module.css';
import { QueueCard } from './queue-card.tsx';
import { SupportCard } from './support-card.tsx';
import { TroublesCard } from './troubles-card.tsx';
import { useMailReport } from './use-mail-report.ts';

type MailStatusScreenProps = {
  readonly section: SectionSummary;
  /** How its sync stands, in one short line. */
  readonly standing: string;
  readonly nameOf: (folder: Pick<FolderReport, 'role' | 'names'>) => string;
  readonly onOpenOutbox: () => void;
};

/** How a section's mail stands, and what can be done when something is missing. */
export function MailStatusScreen(props: MailStatusScreenProps) {
  const { section, standing, nameOf, onOpenOutbox } = props;
  const { t } = useTranslation(['mail-status', 'common']);
  const errorWords = useErrorWords();
  const { report, error } = useMailReport(section.id);
  return (
    <ScreenFrame
      title={t('mail-status:title', { section: t(`common:section.${section.id}`) })}
      isReady={report !== null || error !== null}
    >
      <div className={styles.cards}>
        {error !== null && <ErrorNotice error={errorWords(error)} />}
        {report !== null && (
          <>
            <ConnectionCard section={section} standing={standing} report={report} />
            <QueueCard queue={report.queue} onOpenOutbox={onOpenOutbox} />
            <CheckCard sectionId={section.id} check={report.check} />
            <KeepingCard sectionId={section.id} report={report} />
            <FoldersCard folders={report.folders} nameOf={nameOf} />
            <TroublesCard troubles={report.troubles} nameOf={nameOf} />
            <SupportCard sectionId={section.id} report={report} />
          </>
        )}
      </div>
    </ScreenFrame>
  );
}
