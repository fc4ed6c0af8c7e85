import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView, ListView } from '../../shared/model/conversation.ts';
import { longestPaste } from '../../shared/search/parse-search.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup } from '../ui/choice-group.tsx';
import { SearchInput } from '../ui/search-input.tsx';
import styles from './inbox-screen.module.css';
import { type StatusCounts, StatusMenu } from './status-menu.tsx';

const views = ['inbox', 'unread', 'sent', 'all'] as const;

type ListHeadProps = {
  readonly title: string;
  readonly view: ListView;
  /** Back from a folder to the inbox; null where no folder is shown. */
  readonly onLeaveFolder: (() => void) | null;
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
  const { onLeaveFolder } = props;
  const { t } = useTranslation(['inbox', 'folders']);

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
            label={t('inbox:search')}
            clearLabel={t('inbox:clearSearch')}
            value={search}
            onChange={onSearch}
            onComposing={onComposing}
            onKey={onSearchKey}
            maxLength={longestPaste}
            inputRef={searchRef}
          />
        </div>
      </div>
      <div className={styles.views}>
        {onLeaveFolder === null ? (
          <>
            <ChoiceGroup<ListView>
              label={t('inbox:view.label')}
              isLabelHidden
              size="sm"
              value={view}
              options={views.map((value) => ({ value, label: t(`inbox:view.${value}`) }))}
              onChange={(chosen) => onView(chosen as ConversationView)}
            />
            <StatusMenu view={view} counts={counts} onView={onView} />
          </>
        ) : (
          <Button size="sm" variant="quiet" icon="back" onPress={onLeaveFolder}>
            {t('folders:backToInbox')}
          </Button>
        )}
      </div>
    </header>
  );
}
