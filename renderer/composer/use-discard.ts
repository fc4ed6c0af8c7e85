import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppError, success } from '../../shared/errors.ts';
import type { DraftAttachmentId } from '../../shared/ids.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';
import type { DraftAttachments } from './attachments/use-draft-attachments.ts';
import { inFormOf } from './letter-format.ts';
import { putBefore } from './quote-message.ts';
import type { ReplyComposerProps } from './reply-composer-props.ts';
import { bringBack, type ThrownDraft, takeThrown } from './thrown-draft.ts';
import { unsavedDrafts } from './unsaved-drafts.ts';
import type { DraftHandle } from './use-draft.ts';
import type { Quote } from './use-quote.ts';

type Composer = {
  readonly target: ReplyTarget;
  readonly draft: DraftHandle;
  readonly quote: Quote;
  readonly files: Pick<DraftAttachments, 'attachments' | 'cancelAll' | 'remove' | 'putBack'>;
  /** As it stands in the text; '' for none. */
  readonly signature: string;
  /** The next letter begins with nothing of this one. */
  readonly startOver: () => void;
  readonly close: () => void;
  /** The text is back. */
  readonly onPutBack: () => void;
};

/** Throws the reply away, and brings it back on "Undo": before whatever was typed since. */
export function useDiscard(
  { sectionId, conversationId, kind }: ReplyComposerProps,
  { target, draft, quote, files, signature, startOver, close, onPutBack }: Composer,
): () => Promise<void> {
  const { t } = useTranslation('composer');
  const errorWords = useErrorWords();
  const toast = useToast();

  const putBack = useRef<(thrown: ThrownDraft) => void>(() => undefined);
  putBack.current = (thrown) => {
    quote.markOffered();
    if (draft.state.kind === 'untouched') draft.change(thrown.content, thrown.target);
    else {
      const text = putBefore(thrown.content.text, draft.text, thrown.quote, signature);
      draft.write({ ...inFormOf(draft.content, text), quote: draft.content.quote });
    }
    onPutBack();
  };
  useEffect(
    () => takeThrown({ sectionId, conversationId, kind }, (thrown) => putBack.current(thrown)),
    [sectionId, conversationId, kind],
  );

  async function undo(thrown: ThrownDraft, ids: readonly DraftAttachmentId[], isText: boolean) {
    const back = ids.length === 0 ? success(null) : await files.putBack(ids);
    const result = back.ok && isText ? await bringBack(thrown) : back;
    if (result.ok) return;
    unsavedDrafts.keep(thrown, thrown);
    toast({ text: t('unsaved', { what: words(result.error) }) });
  }

  function words(error: AppError): string {
    return errorWords(error).what;
  }

  return async () => {
    const { content } = draft;
    const thrown = { sectionId, conversationId, kind, target, content, quote: quote.text };
    const wasWritten = draft.state.kind !== 'untouched';
    const result = wasWritten ? await draft.discard() : null;
    if (result?.ok === false) {
      toast({ text: t('notDiscarded', { what: words(result.error) }) });
      return;
    }
    if (!wasWritten) await draft.forget();
    files.cancelAll();
    const ids = files.attachments.map(({ id }) => id);
    const removed = await files.remove(ids);
    if (!removed.ok) toast({ text: t('notDiscarded', { what: words(removed.error) }) });
    startOver();
    close();
    if (!wasWritten && ids.length === 0) return;
    toast({
      text: t('discarded'),
      action: { label: t('undo'), onPress: () => void undo(thrown, ids, wasWritten) },
    });
  };
}
