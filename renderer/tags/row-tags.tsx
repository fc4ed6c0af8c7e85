import { useTranslation } from 'react-i18next';
import type { Tag } from '../../shared/model/tag.ts';
import styles from './tags.module.css';
import { useTagName } from './use-tag-name.ts';

/** More than these leave a row no room for its words. */
const mostShown = 2;

/** The tags of a conversation in its row of the list. */
export function RowTags({ tags }: { readonly tags: readonly Tag[] }) {
  const { t } = useTranslation('tags');
  const nameOf = useTagName();
  if (tags.length === 0) return null;
  const names = tags.map(nameOf);
  const more = names.length - mostShown;
  return (
    <span className={styles.row} title={names.join('\n')}>
      <span className={styles.spoken}>{t('row', { names: names.join(t('separator')) })}</span>
      {names.slice(0, mostShown).map((name) => (
        <span key={name} className={styles.chip} aria-hidden="true">
          {name}
        </span>
      ))}
      {more > 0 && <span aria-hidden="true">{`+${more}`}</span>}
    </span>
  );
}
