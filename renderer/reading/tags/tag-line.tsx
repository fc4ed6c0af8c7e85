import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Tag } from '../../../shared/model/tag.ts';
import { useTagName } from '../../tags/use-tag-name.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './tag-line.module.css';
import { useTagging } from './use-tagging.ts';

type TagLineProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly tags: readonly Tag[];
  /** Looks for others with the same tag. */
  readonly onSearch: (query: string) => void;
};

/** The tags that a conversation has, each with the way to take it off. */
export function TagLine({ sectionId, conversationId, tags, onSearch }: TagLineProps) {
  const { t } = useTranslation('tags');
  const nameOf = useTagName();
  const tagging = useTagging({ sectionId, conversationId });
  if (tags.length === 0) return null;
  return (
    <ul className={styles.line} aria-label={t('label')}>
      {tags.map((tag) => (
        <li key={tag.keyword} className={styles.tag}>
          <button
            type="button"
            className={styles.name}
            title={t('find')}
            onClick={() => onSearch(`tag:"${nameOf(tag)}"`)}
          >
            {nameOf(tag)}
          </button>
          <button
            type="button"
            className={styles.remove}
            aria-label={t('remove', { name: nameOf(tag) })}
            title={t('remove', { name: nameOf(tag) })}
            onClick={() => tagging.takeOff(tag)}
          >
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
