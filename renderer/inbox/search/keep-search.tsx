import { useTranslation } from 'react-i18next';
import type { Result } from '../../../shared/errors.ts';
import type { SavedSearch } from '../../../shared/model/saved-search.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useSavedSearches } from '../../saved-searches/use-saved-searches.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useToast } from '../../ui/toast.tsx';

type KeepSearchProps = SavedSearch & { readonly sectionId: SectionId };

/** Keeps a search in the sidebar, or takes it from there. */
export function KeepSearch({ sectionId, query, order }: KeepSearchProps) {
  const { t } = useTranslation('search');
  const errorWords = useErrorWords();
  const toast = useToast();
  const kept = useSavedSearches(sectionId).find((search) => search.query === query);

  function tell(result: Result<null>, text: string, undo: () => void): void {
    if (result.ok) {
      toast({ text, action: { label: t('undo'), onPress: undo } });
      return;
    }
    const { what, next } = errorWords(result.error);
    toast({ text: `${what} ${next}` });
  }
  const keep = (search: SavedSearch) => call('savedSearch.keep', { sectionId, ...search });
  const remove = () => call('savedSearch.remove', { sectionId, query });

  async function toggle(): Promise<void> {
    if (kept === undefined) tell(await keep({ query, order }), t('kept'), () => void remove());
    else tell(await remove(), t('removed'), () => void keep(kept));
  }

  return (
    <IconButton
      icon={kept === undefined ? 'star' : 'star-set'}
      size="sm"
      label={t(kept === undefined ? 'keep' : 'remove')}
      onPress={() => void toggle()}
    />
  );
}
