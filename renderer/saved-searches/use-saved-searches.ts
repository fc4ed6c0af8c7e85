import type { SavedSearch } from '../../shared/model/saved-search.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

const none: readonly SavedSearch[] = [];

/** The searches that a section keeps as they are now; none while they are not known. */
export function useSavedSearches(sectionId: SectionId): readonly SavedSearch[] {
  const { value, reload } = useCall('savedSearch.list', { sectionId });
  useEvent('section.changed', (changed) => {
    if (changed.sectionId === sectionId) reload();
  });
  return value?.searches ?? none;
}
