import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './composer.module.css';

/** A quote too long for the text: that it is there, and what it is. */
export function FoldedQuote({ attribution }: { readonly attribution: string }) {
  const { t } = useTranslation('composer');
  return (
    <p className={styles.foldedQuote}>
      <Icon name="reply" size={14} />
      <span>
        {attribution} <span className={styles.foldedNote}>{t('foldedQuote')}</span>
      </span>
    </p>
  );
}
