import { useTranslation } from 'react-i18next';
import type { ListView } from '../../shared/model/conversation.ts';
import { ConversationStatus } from '../../shared/model/conversation-state.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

type ListEmptyProps = {
  readonly view: ListView;
  readonly query: string;
  /** Mail may still be on its way. */
  readonly isSyncing: boolean;
  readonly onClearSearch: () => void;
};

/** Why there are no rows, and what that means. */
export function ListEmpty({ view, query, isSyncing, onClearSearch }: ListEmptyProps) {
  const { t } = useTranslation('inbox');
  if (query !== '')
    return (
      <EmptyState
        icon="search"
        title={t('empty.search.title')}
        actions={<Button onPress={onClearSearch}>{t('clearSearch')}</Button>}
      >
        {t('empty.search.text', { query })}
      </EmptyState>
    );
  if (isSyncing) return <EmptyState icon="sync" title={t('empty.syncing.title')} />;
  if (view === 'unread')
    return (
      <EmptyState icon="check" title={t('empty.unread.title')}>
        {t('empty.unread.text')}
      </EmptyState>
    );
  if (view.startsWith('folder:'))
    return <EmptyState icon="folder" title={t('empty.folder.title')} />;
  const status = ConversationStatus.safeParse(view);
  if (status.success) return <EmptyState icon="check" title={t(`empty.${status.data}.title`)} />;
  if (view === 'sent') return <EmptyState icon="send" title={t('empty.sent.title')} />;
  return (
    <EmptyState icon="inbox" title={t('empty.inbox.title')}>
      {t('empty.inbox.text')}
    </EmptyState>
  );
}
