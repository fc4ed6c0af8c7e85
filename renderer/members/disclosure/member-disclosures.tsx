import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../../shared/ids.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useCall } from '../../use-call.ts';
import historyStyles from '../member-history.module.css';
import styles from './disclosure.module.css';
import { DisclosureCard } from './disclosure-card.tsx';
import { PrintedDisclosures } from './printed-disclosures.tsx';
import { usePrintDisclosures } from './use-print-disclosures.ts';

type MemberDisclosuresProps = { readonly memberId: MemberId; readonly name: string };

/** What of a member went to whom, when and why. Nothing is shown while nothing has. */
export function MemberDisclosures({ memberId, name }: MemberDisclosuresProps) {
  const { t } = useTranslation('disclosure');
  const errorWords = useErrorWords();
  const whose = { companyId: null, memberId };
  const list = useCall('disclosure.list', { sectionId: 'members', ...whose });
  const { print, error: printError, start } = usePrintDisclosures();
  const error = list.error ?? printError;
  const released = (list.value ?? []).filter(({ state }) => state === 'released');
  if (error === null && released.length === 0) return null;
  return (
    <section className={historyStyles.history} aria-label={t('title')}>
      <div className={styles.line}>
        <h3 className={historyStyles.title}>{t('title')}</h3>
        <Button
          size="sm"
          icon="print"
          onPress={() => start(whose, t('record.ofMember', { number: memberId, name }))}
        >
          {t('record.print')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      {released.map((one) => (
        <DisclosureCard key={one.id} disclosure={one} />
      ))}
      {print !== null && <PrintedDisclosures {...print} />}
    </section>
  );
}
