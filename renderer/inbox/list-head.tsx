import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '../../shared/model/conversation.ts';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import styles from './inbox-screen.module.css';
import { type StatusCounts, StatusMenu } from './status-menu.tsx';

/** What the contract lets a query be (shared/contract.ts), in characters. */
const longestSearch = 500;

const views = ['inbox', 'unread', 'sent', 'all'] as const;

type ListHeadProps = {
  readonly title: string;
  readonly view: ConversationView;
  readonly counts: StatusCounts;
  readonly onView: (view: ConversationView) => void;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  /** An input method begins or ends a composition. */
  readonly onComposing: (isComposing: boolean) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Arrow down and Enter go from the search to what it found, and Escape leaves an empty one. */
  readonly onLeaveSearch: () => void;
};

/** The section's name, the search and the choice of view above the list. */
export function ListHead(props: ListHeadProps) {
  const { title, view, counts, onView, search, onSearch, onComposing, searchRef, onLeaveSearch } =
    props;
  const { t } = useTranslation('inbox');

  const onSearchKey = (event: KeyboardEvent) => {
    if (!['ArrowDown', 'Enter', ...(search === '' ? ['Escape'] : [])].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    onLeaveSearch();
  };

  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.search}>
          <SearchInput
            label={t('search')}
            clearLabel={t('clearSearch')}
            value={search}
            onChange={onSearch}
            onComposing={onComposing}
            onKey={onSearchKey}
            maxLength={longestSearch}
            inputRef={searchRef}
          />
        </div>
      </div>
      <div className={styles.views}>
        <ChoiceGroup<ConversationView>
          label={t('view.label')}
          isLabelHidden
          size="sm"
          value={view}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={onView}
        />
        <StatusMenu view={view} counts={counts} onView={onView} />
      </div>
    </header>
  );
}
