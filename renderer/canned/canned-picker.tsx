import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillCanned, usesVariable } from '../../shared/canned-text.ts';
import type { ConversationId } from '../../shared/ids.ts';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import type { Honorific } from '../../shared/model/honorific.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { Locale } from '../../shared/model/preferences.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import styles from './canned-picker.module.css';
import { CannedPreview } from './canned-preview.tsx';
import { CannedResults } from './canned-results.tsx';
import { findCanned } from './find-canned.ts';
import { HonorificChoice } from './honorific-choice.tsx';
import { PickerInput } from './picker-input.tsx';
import { useCannedValues } from './use-canned-values.ts';

type CannedPickerProps = {
  readonly sectionId: SectionId;
  readonly conversationId: ConversationId;
  /** Who the letter goes to; null for nobody yet. */
  readonly reader: Participant | null;
  readonly subject: string;
  /** That the letter is likely in: its replies are offered first. */
  readonly language: Locale;
  readonly onInsert: (text: string, isSent: boolean) => void;
  readonly onClose: () => void;
  readonly onManage: () => void;
};

/**
 * Finds a canned reply and puts it into the letter. No dialog that fades in and out: whoever types
 * ahead must not lose a key.
 */
export function CannedPicker(props: CannedPickerProps) {
  const { sectionId, conversationId, reader, subject, language, onInsert, onClose } = props;
  const { t } = useTranslation('canned');
  const errorWords = useErrorWords();
  const toast = useToast();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const [chosen, setChosen] = useState<Honorific | null>(null);
  /** The reply that waits for an honorific; null while none does. */
  const [asking, setAsking] = useState<{ reply: CannedReply; isInserted: boolean } | null>(null);
  // Enter may come before the replies do, and Send after it.
  const [wanted, setWanted] = useState<'insert' | 'send' | null>(null);
  const { value: offer, error } = useCall('canned.offer', {
    sectionId,
    conversationId,
    address: reader?.address ?? '',
  });
  const honorific = chosen ?? offer?.honorific ?? null;
  const name = reader?.name.trim() ?? '';
  const staffName = offer?.staffName ?? '';
  const valuesIn = useCannedValues({ sectionId, reader, subject, staffName });
  const found = offer === null ? [] : findCanned(offer.replies, query, language);
  const active = found[Math.min(index, found.length - 1)] ?? null;

  const isAsking = asking !== null;
  useLayoutEffect(() => {
    if (!isAsking) input.current?.focus();
  }, [isAsking]);

  function insert(reply: CannedReply, addressed: Honorific | null, isSent = false) {
    void call('canned.used', { sectionId, cannedReplyId: reply.id });
    onInsert(fillCanned(reply.text, valuesIn(reply.language, addressed)), isSent);
  }

  function take(reply: CannedReply, isSent = false) {
    if (honorific === null && name !== '' && usesVariable(reply.text, 'reader'))
      setAsking({ reply, isInserted: true });
    else insert(reply, honorific, isSent);
  }

  const latestTake = useRef(take);
  latestTake.current = take;
  useEffect(() => {
    if (wanted === null || offer === null) return;
    setWanted(null);
    if (active !== null) latestTake.current(active, wanted === 'send');
  }, [wanted, offer, active]);

  async function choose(next: Honorific) {
    setChosen(next);
    setAsking(null);
    const address = reader?.address ?? '';
    if (address === '') return;
    const choice = { sectionId, conversationId, address, honorific: next };
    const result = await call('honorific.choose', choice);
    if (!result.ok) toast({ text: errorWords(result.error).what });
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // No letter is a command of the conversation behind.
    const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (isTyped) event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    // The list behind listens for Escape too: one press closes one thing.
    event.stopPropagation();
    if (asking === null) onClose();
    else setAsking(null);
  };

  return (
    <section className={styles.panel} aria-label={t('title')} onKeyDown={onKeyDown}>
      {asking !== null ? (
        <HonorificChoice
          name={name}
          language={asking.reply.language}
          chosen={honorific}
          onChoose={(next) => {
            void choose(next);
            if (asking.isInserted) insert(asking.reply, next);
          }}
        />
      ) : (
        <>
          <PickerInput
            inputRef={input}
            listId={listId}
            activeId={active === null ? null : `${listId}${active.id}`}
            value={query}
            onChange={(next) => {
              setQuery(next);
              setIndex(0);
            }}
            onSend={() => {
              if (wanted !== null) setWanted('send');
            }}
            onMove={(step) => {
              const count = Math.max(1, found.length);
              setIndex((last) => (Math.min(last, count - 1) + step + count) % count);
            }}
            onEnter={() => {
              if (offer === null) setWanted('insert');
              else if (active !== null) take(active);
            }}
          />
          {error !== null && <ErrorNotice error={errorWords(error)} />}
          <div className={styles.columns}>
            <CannedResults
              listId={listId}
              replies={found}
              active={active}
              isEmpty={offer !== null && offer.replies.length === 0}
              onPoint={setIndex}
              onTake={take}
            />
            {active !== null && (
              <CannedPreview
                reply={active}
                values={valuesIn(active.language, honorific)}
                name={name}
                honorific={honorific}
                onAsk={() => setAsking({ reply: active, isInserted: false })}
              />
            )}
          </div>
          <footer className={styles.foot}>
            <span className={styles.hints}>{t('hints')}</span>
            <button type="button" className={styles.manage} onClick={props.onManage}>
              {t('manage')}
            </button>
          </footer>
        </>
      )}
    </section>
  );
}
