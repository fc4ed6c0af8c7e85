import type { SavedSearch } from '../../shared/model/saved-search.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useSavedSearches } from '../saved-searches/use-saved-searches.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './sidebar.module.css';

type SidebarSearchesProps = {
  readonly sectionId: SectionId;
  /** The one on screen. */
  readonly shown: string | null;
  readonly onOpen: (search: SavedSearch) => void;
};

/** The searches that staff keep, by what was typed. */
export function SidebarSearches({ sectionId, shown, onOpen }: SidebarSearchesProps) {
  const searches = useSavedSearches(sectionId);
  return searches.map((search) => (
    <button
      key={search.query}
      type="button"
      className={classNames(styles.row, styles.subRow, shown === search.query && styles.current)}
      aria-current={shown === search.query ? 'page' : undefined}
      title={search.query}
      onClick={() => onOpen(search)}
    >
      <Icon name="search" size={12} />
      <span className={styles.name}>{search.query}</span>
    </button>
  ));
}
