import type { FolderSummary } from '../../shared/model/folder.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

const none: readonly FolderSummary[] = [];

/** The folders of a section's account as they are now; none while they are not known. */
export function useFolders(sectionId: SectionId): readonly FolderSummary[] {
  const { value, reload } = useCall('folder.list', { sectionId });
  useEvent('section.changed', (changed) => {
    if (changed.sectionId === sectionId) reload();
  });
  return value?.folders ?? none;
}
