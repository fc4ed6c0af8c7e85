import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import { localeName } from '../i18n/locale-names.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { SearchInput } from '../ui/search-input.tsx';
import styles from './canned-page.module.css';
import { findCanned } from './find-canned.ts';

type CannedListProps = {
  readonly replies: readonly CannedReply[];
  readonly onOpen: (reply: CannedReply) => void;
};

/** The canned replies of a section, by name; a search has the best first, as where they are used. */
export function CannedList({ replies, onOpen }: CannedListProps) {
  const { t } = useTranslation('canned');
  const format = useFormat();
  const locale = useLocale();
  const [query, setQuery] = useState('');
  const shown = query.trim() === '' ? replies : findCanned(replies, query, locale);
  const used = ({ uses, usedAt }: CannedReply) =>
    usedAt === null
      ? t('row.never')
      : [t('row.uses', { count: uses }), t('row.last', { date: format.shortDate(usedAt) })].join(
          t('row.separator'),
        );
  return (
    <>
      <SearchInput
        label={t('find')}
        clearLabel={t('clearFind')}
        value={query}
        onChange={setQuery}
        maxLength={200}
      />
      {shown.length === 0 && <p className={styles.lead}>{t('nothingFound')}</p>}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((reply) => (
            <li key={reply.id}>
              <button type="button" className={styles.row} onClick={() => onOpen(reply)}>
                <span className={styles.line}>
                  <span className={styles.name}>{reply.name}</span>
                  {reply.key !== '' && <kbd className={styles.key}>{reply.key}</kbd>}
                  <span className={styles.quiet}>{localeName(reply.language)}</span>
                </span>
                <span className={styles.line}>
                  <span className={styles.snippet}>{reply.text.replace(/\s+/g, ' ')}</span>
                  <span className={styles.quiet}>{used(reply)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
