import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useCall } from '../../use-call.ts';
import { contactMark } from '../copy/contact-mark.ts';
import styles from './source-view.module.css';

/** Characters laid out at once; the rest on request. */
const shownAtOnce = 60_000;

type SourceViewProps = { readonly sectionId: SectionId; readonly message: MessageHeaders };

/**
 * The message as it came over the wire, for those who look into headers. Those are full of addresses:
 * what is copied of it is on record, as the sender's.
 */
export function SourceView({ sectionId, message }: SourceViewProps) {
  const { t } = useTranslation(['reading', 'common']);
  const errorWords = useErrorWords();
  const { value, error } = useCall('message.source', { sectionId, messageId: message.id });
  const [isWhole, setWhole] = useState(false);
  if (error !== null) return <ErrorNotice error={errorWords(error)} />;
  if (value === null)
    return (
      <p className={styles.loading}>
        <Spinner /> {t('common:loading')}
      </p>
    );
  const isCut = !isWhole && value.source.length > shownAtOnce;
  return (
    <div className={styles.view}>
      <section
        className={styles.source}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it
        tabIndex={0}
        aria-label={t('reading:view.source')}
      >
        <pre className={styles.lines} {...contactMark(message.id, message.from.address)}>
          {isCut ? value.source.slice(0, shownAtOnce) : value.source}
        </pre>
      </section>
      {isCut && (
        <Button size="sm" onPress={() => setWhole(true)}>
          {t('reading:message.showAll')}
        </Button>
      )}
    </div>
  );
}
