import { useLayoutEffect, useRef, useState } from 'react';
import { Autocomplete, Menu, MenuItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { foldKana } from '../../../shared/fold-kana.ts';
import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { longestTag, type Tag } from '../../../shared/model/tag.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useTagName } from '../../tags/use-tag-name.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { useCall } from '../../use-call.ts';
import styles from './tag-menu.module.css';
import { useTagging } from './use-tagging.ts';

type TagPickerProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  readonly tags: readonly Tag[];
};

/** No keyword has a blank. */
const newId = 'new tag';

/** Finds a tag of the section by what is typed, or makes one of it. Enter puts it on or takes it off. */
export function TagPicker({ sectionId, conversationId, tags }: TagPickerProps) {
  const { t } = useTranslation('tags');
  const errorWords = useErrorWords();
  const nameOf = useTagName();
  const tagging = useTagging({ sectionId, conversationId });
  const { value, error } = useCall('tag.list', { sectionId });
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const typed = text.trim();
  // One that was made a moment ago is not in the list yet.
  const listed = value?.tags ?? [];
  const known: readonly (Tag & { readonly count?: number })[] = [
    ...listed,
    ...tags.filter(({ keyword }) => !listed.some((tag) => tag.keyword === keyword)),
  ];
  const found = known.filter((tag) => foldKana(nameOf(tag)).includes(foldKana(typed)));
  const isNew =
    typed !== '' && !known.some((tag) => nameOf(tag).toLowerCase() === typed.toLowerCase());

  function choose(id: string): void {
    if (id === newId) tagging.set({ name: typed }, true);
    else tagging.set({ keyword: id }, !tags.some(({ keyword }) => keyword === id));
    setText('');
  }

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchInput
        label={t('search')}
        clearLabel={t('clear')}
        value={text}
        onChange={setText}
        maxLength={longestTag}
        inputRef={input}
      />
      {error !== null && <ErrorNotice error={errorWords(error)} />}
      <Menu
        className={styles.menu ?? ''}
        aria-label={t('list')}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={tags.map(({ keyword }) => keyword)}
        onAction={(key) => choose(String(key))}
        renderEmptyState={() => value !== null && <p className={styles.none}>{t('none')}</p>}
      >
        {found.map((tag) => (
          <MenuItem
            key={tag.keyword}
            id={tag.keyword}
            textValue={nameOf(tag)}
            className={styles.item ?? ''}
          >
            {({ isSelected }) => (
              <>
                <span className={styles.check}>
                  {isSelected && <Icon name="check" size={14} />}
                </span>
                <span className={styles.words}>{nameOf(tag)}</span>
                {tag.count !== undefined && <span className={styles.count}>{tag.count}</span>}
              </>
            )}
          </MenuItem>
        ))}
        {isNew && (
          <MenuItem id={newId} textValue={typed} className={styles.item ?? ''}>
            <span className={styles.check}>
              <Icon name="add" size={14} />
            </span>
            <span className={styles.words}>{t('create', { name: typed })}</span>
          </MenuItem>
        )}
      </Menu>
      {value?.areHereOnly === true && <p className={styles.note}>{t('hereOnly')}</p>}
    </Autocomplete>
  );
}
