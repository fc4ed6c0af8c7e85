import { useTranslation } from 'react-i18next';
import { type CannedValues, cannedPieces, markerOf } from '../../shared/canned-text.ts';
import styles from './canned-words.module.css';

type CannedWordsProps = {
  readonly text: string;
  readonly language: string;
  readonly values: CannedValues;
};

/** A canned reply as it would stand in the letter. What stays open is marked. */
export function CannedWords({ text, language, values }: CannedWordsProps) {
  const { t } = useTranslation('canned');
  let at = 0;
  return (
    <div className={styles.words} lang={language}>
      {cannedPieces(text, values).map((piece) => {
        at += 1;
        if (piece.kind === 'words') return <span key={at}>{piece.text}</span>;
        if (piece.value !== null)
          return (
            <span key={at} className={styles.value}>
              {piece.value}
            </span>
          );
        return (
          <mark key={at} className={styles.open} title={t('openPlace')}>
            {markerOf(piece.name)}
          </mark>
        );
      })}
    </div>
  );
}
