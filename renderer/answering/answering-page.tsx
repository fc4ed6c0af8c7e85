import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import styles from './answering.module.css';
import { CharsetCard } from './charset-card.tsx';
import { DomainsCard } from './domains-card.tsx';
import { DraftsCard } from './drafts-card.tsx';
import { ExpiryCard } from './expiry-card.tsx';
import { FollowUpCard } from './follow-up-card.tsx';
import { SendingCard } from './sending-card.tsx';
import { SignatureCard } from './signature-card.tsx';
import { useSectionSettings } from './use-section-settings.ts';

type AnsweringPageProps = { readonly sectionId: SectionId };

/** How a section answers its readers. */
export function AnsweringPage({ sectionId }: AnsweringPageProps) {
  const { t } = useTranslation('answering');
  const errorWords = useErrorWords();
  const handle = useSectionSettings(sectionId);
  const { settings, error } = handle;
  return (
    <>
      <p className={styles.lead}>{t('lead')}</p>
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      {settings !== null && (
        <div className={styles.cards}>
          <SendingCard settings={settings} onChange={handle.change} />
          <SignatureCard settings={settings} onChange={handle.change} />
          <CharsetCard settings={settings} onChange={handle.change} />
          <DomainsCard settings={settings} onChange={handle.change} />
          <FollowUpCard settings={settings} onChange={handle.change} />
          {sectionId === 'members' && <ExpiryCard settings={settings} onChange={handle.change} />}
          <DraftsCard settings={settings} onChange={handle.change} />
        </div>
      )}
    </>
  );
}
