import { useTranslation } from 'react-i18next';
import { type CannedValues, usesVariable } from '../../shared/canned-text.ts';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import { type Honorific, withHonorific } from '../../shared/model/honorific.ts';
import styles from './canned-picker.module.css';
import { CannedWords } from './canned-words.tsx';

type CannedPreviewProps = {
  readonly reply: CannedReply;
  readonly values: CannedValues;
  /** The reader's; '' for none. */
  readonly name: string;
  readonly honorific: Honorific | null;
  /** Staff want to choose how the reader is addressed. */
  readonly onAsk: () => void;
};

/** A reply with the values of the open conversation, and how its reader is addressed. */
export function CannedPreview({ reply, values, name, honorific, onAsk }: CannedPreviewProps) {
  const { t } = useTranslation('canned');
  const asksForReader = usesVariable(reply.text, 'reader');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long letter is scrolled by its keys
    <section className={styles.preview} aria-label={t('preview')} tabIndex={0}>
      {asksForReader && (
        <p className={styles.addressed}>
          {name === '' && t('honorific.nameless')}
          {name !== '' && (
            <>
              <span>
                {honorific === null
                  ? t('honorific.open')
                  : t('honorific.as', { name: withHonorific(name, honorific) })}
              </span>
              <button type="button" className={styles.change} onClick={onAsk}>
                {t(honorific === null ? 'honorific.choose' : 'honorific.change')}
              </button>
            </>
          )}
        </p>
      )}
      <CannedWords text={reply.text} language={reply.language} values={values} />
    </section>
  );
}
