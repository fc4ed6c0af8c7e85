import { Fragment, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useLinkFollower } from '../links/link-follower.ts';
import { foldQuotes } from '../text/fold-quotes.ts';
import { linkify } from '../text/linkify.ts';
import styles from './plain-text.module.css';

/** Characters laid out at once: more makes the window stutter, and nobody reads it as a letter. */
const shownAtOnce = 60_000;

type PlainTextProps = {
  readonly text: string;
  /** Null for a text of our own that is no message yet. */
  readonly messageId: MessageId | null;
};

/** The words of a message: lines as written, addresses as links, quoted history folded. */
export function PlainText({ text, messageId }: PlainTextProps) {
  const { t } = useTranslation('reading');
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && text.length > shownAtOnce;
  const blocks = useMemo(
    () => foldQuotes(isCut ? text.slice(0, shownAtOnce) : text),
    [text, isCut],
  );
  return (
    <div className={styles.text} data-words="">
      {blocks.map((block, index) =>
        block.kind === 'text' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes
          <p key={index} className={styles.written}>
            <Linked text={block.text} messageId={messageId} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes
          <Quote key={index} text={block.text} messageId={messageId} lineCount={block.lineCount} />
        ),
      )}
      {isCut && (
        <Button size="sm" onPress={() => setWhole(true)}>
          {t('message.showAll')}
        </Button>
      )}
    </div>
  );
}

function Linked({ text, messageId }: PlainTextProps) {
  const { follow } = useLinkFollower();
  const parts = useMemo(() => linkify(text), [text]);
  return parts.map((part, index) =>
    part.kind === 'text' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes
      <Fragment key={index}>{part.text}</Fragment>
    ) : (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes
        key={index}
        className={styles.link}
        href={part.url}
        onClick={(event) => {
          event.preventDefault();
          follow({ url: part.url, words: part.text }, messageId);
        }}
        onAuxClick={(event) => event.preventDefault()}
      >
        {part.text}
      </a>
    ),
  );
}

type QuoteProps = PlainTextProps & { readonly lineCount: number };

function Quote({ text, messageId, lineCount }: QuoteProps) {
  const { t } = useTranslation('reading');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.quote}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'message.hideQuote' : 'message.showQuote', { count: lineCount })}
      </button>
      {isOpen && (
        <blockquote className={styles.quoted}>
          <Linked text={text} messageId={messageId} />
        </blockquote>
      )}
    </div>
  );
}
