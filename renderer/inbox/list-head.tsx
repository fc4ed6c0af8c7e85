import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../shared/model/conversation.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import styles from './inbox-screen.module.css';

const views = ['inbox', 'unread', 'sent', 'all'] as const;

type ListHeadProps = {
  readonly title: string;
  readonly view: ConversationView;
  readonly onView: (view: ConversationView) => void;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly searchRef: Ref<HTMLInputElement>;
};

/** The section's name, the search and the choice of view above the list. */
export function ListHead({ title, view, onView, search, onSearch, searchRef }: ListHeadProps) {
  const { t } = useTranslation('inbox');
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h1 className={styles.title}>{title}</h1>
        <SearchInput
          label={t('search')}
          clearLabel={t('clearSearch')}
          value={search}
          onChange={onSearch}
          inputRef={searchRef}
        />
      </div>
      <ChoiceGroup<ConversationView>
        label={t('view.label')}
        isLabelHidden
        size="sm"
        value={view}
        options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={onView}
      />
    </header>
  );
}
