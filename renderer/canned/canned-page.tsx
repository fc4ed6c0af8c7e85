import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReplyId } from '../../shared/ids.ts';
import type { CannedContent } from '../../shared/model/canned-reply.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useLocale } from '../i18n/use-locale.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { CannedEditor } from './canned-editor.tsx';
import { CannedList } from './canned-list.tsx';
import styles from './canned-page.module.css';
import { DeletedReplies } from './deleted-replies.tsx';
import { useCannedReplies } from './use-canned-replies.ts';

type CannedPageProps = { readonly sectionId: SectionId };

/** What is being written: a new one where there is no id yet. */
type Edited = { readonly id: CannedReplyId | null; readonly content: CannedContent };

/** The canned replies of a section: all of them, or the one that is edited. */
export function CannedPage({ sectionId }: CannedPageProps) {
  const { t } = useTranslation('canned');
  const errorWords = useErrorWords();
  const locale = useLocale();
  const canned = useCannedReplies(sectionId);
  const [edited, setEdited] = useState<Edited | null>(null);
  const begin = (content: Partial<CannedContent> = {}) =>
    setEdited({
      id: null,
      content: { name: '', key: '', language: locale, text: '', ...content },
    });

  if (edited !== null)
    return (
      <CannedEditor
        key={`${edited.id} ${edited.content.language}`}
        sectionId={sectionId}
        id={edited.id}
        content={edited.content}
        onClose={() => {
          canned.reload();
          setEdited(null);
        }}
        onDuplicate={begin}
        onRemove={() => {
          const reply = canned.replies?.find(({ id }) => id === edited.id);
          setEdited(null);
          if (reply !== undefined) void canned.remove(reply);
        }}
      />
    );
  const replies = canned.replies?.filter(({ deletedAt }) => deletedAt === null) ?? null;
  const deleted = canned.replies?.filter(({ deletedAt }) => deletedAt !== null) ?? [];
  return (
    <>
      <div className={styles.leadLine}>
        <p className={styles.lead}>{t('lead')}</p>
        {replies !== null && replies.length > 0 && (
          <Button size="sm" icon="add" onPress={() => begin()}>
            {t('new')}
          </Button>
        )}
      </div>
      {canned.error !== null && <ErrorNotice error={errorWords(canned.error)} />}
      {replies?.length === 0 && (
        <EmptyState
          icon="template"
          title={t('empty.title')}
          actions={
            <Button variant="primary" onPress={() => begin()}>
              {t('empty.action')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      )}
      {replies !== null && replies.length > 0 && (
        <CannedList
          replies={replies}
          onOpen={({ id, name, key, language, text }) =>
            setEdited({ id, content: { name, key, language, text } })
          }
        />
      )}
      <DeletedReplies
        replies={deleted}
        onBringBack={(reply) => void canned.bringBack(reply)}
        onErase={(reply) => void canned.erase(reply)}
      />
    </>
  );
}
