import { useTranslation } from 'react-i18next';
import type { FolderSummary } from '../../shared/model/folder.ts';

/** What a folder is called: by its part, in the language of the window, else its whole path. */
export function useFolderName(): (folder: Pick<FolderSummary, 'role' | 'names'>) => string {
  const { t } = useTranslation('folders');
  return ({ role, names }) => (role === 'other' ? names.join(' / ') : t(`role.${role}`));
}
