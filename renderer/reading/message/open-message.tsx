import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import type { MessageBody, MessageHeaders } from '../../../shared/model/message.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useCall } from '../../use-call.ts';
import { contactMark } from '../copy/contact-mark.ts';
import { CopyAddress } from '../copy/copy-address.tsx';
import { quotable } from '../selection/selected-words.ts';
import { AttachmentList } from './attachment-list.tsx';
import { FetchLine } from './fetch-line.tsx';
import { HtmlMail } from './html-mail.tsx';
import styles from './message-card.module.css';
import { PlainText } from './plain-text.tsx';
import { RestNotice } from './rest-notice.tsx';
import { SenderDoubts } from './sender-doubts.tsx';
import { SourceView } from './source-view.tsx';
import { useFetching } from './use-fetching.ts';
import { type MessageView, ViewMenu } from './view-menu.tsx';

type OpenMessageProps = {
  readonly sectionId: SectionId;
  readonly message: MessageHeaders;
  /** Null until staff choose: then HTML where there is some. */
  readonly view: MessageView | null;
  readonly onView: (view: MessageView) => void;
  readonly onShown: () => void;
};

/** Below the name: who it went to, the text in the chosen view, the attachments. */
export function OpenMessage({ sectionId, message, view, onView, onShown }: OpenMessageProps) {
  const { t } = useTranslation(['reading', 'common']);
  const errorWords = useErrorWords();
  const { value, error, isLoading, reload } = useCall('message.read', {
    sectionId,
    messageId: message.id,
  });
  const progress = useFetching(message.id);
  // What was shown was its beginning.
  const { part } = message;
  const shownPart = useRef(part);
  useEffect(() => {
    if (shownPart.current === 'beginning' && part === 'whole') reload();
    shownPart.current = part;
  });
  const isShown = value !== null;
  const shown = useRef(onShown);
  shown.current = onShown;
  useEffect(() => {
    if (isShown) shown.current();
  }, [isShown]);
  const chosen = view ?? (value?.html ? 'html' : 'text');

  return (
    <div className={styles.inside}>
      <div className={styles.toLine}>
        <span className={styles.to}>
          <Recipients words={t('reading:message.to')} people={message.to} messageId={message.id} />
          <Recipients words={t('reading:message.cc')} people={message.cc} messageId={message.id} />
        </span>
        <span className={styles.tools}>
          <CopyAddress sectionId={sectionId} message={message} />
          {value !== null && (
            <ViewMenu value={chosen} hasHtml={value.html !== null} onChange={onView} />
          )}
        </span>
      </div>
      {error !== null && (
        <ErrorNotice
          error={errorWords(error)}
          actions={
            <Button size="sm" onPress={reload}>
              {t('common:retry')}
            </Button>
          }
        />
      )}
      {value === null && isLoading && (
        <p className={styles.loading}>
          <Spinner /> {t('common:loading')}
        </p>
      )}
      {value === null && isLoading && progress !== null && <FetchLine progress={progress} />}
      {value !== null && <SenderDoubts messageId={message.id} doubts={value.doubts} />}
      {value !== null && (
        <div {...quotable(message.id)}>
          <Body sectionId={sectionId} message={message} body={value} view={chosen} />
        </div>
      )}
      {message.part === 'beginning' && <RestNotice sectionId={sectionId} message={message} />}
      <AttachmentList
        sectionId={sectionId}
        messageId={message.id}
        attachments={message.attachments}
      />
    </div>
  );
}

type BodyProps = {
  readonly sectionId: SectionId;
  readonly message: MessageHeaders;
  readonly body: MessageBody;
  readonly view: MessageView;
};

function Body({ sectionId, message, body, view }: BodyProps) {
  const { t } = useTranslation('reading');
  if (view === 'source') return <SourceView sectionId={sectionId} message={message} />;
  if (view === 'html' && body.html !== null)
    return (
      <HtmlMail
        sectionId={sectionId}
        messageId={message.id}
        html={body.html}
        attachments={message.attachments}
        title={t('message.frame', { name: message.from.name || message.from.address })}
      />
    );
  if (body.text.trim() === '') return <p className={styles.nothing}>{t('message.empty')}</p>;
  return <PlainText text={body.text} messageId={message.id} />;
}

type RecipientsProps = {
  readonly words: string;
  readonly people: readonly Participant[];
  readonly messageId: MessageId;
};

function Recipients({ words, people, messageId }: RecipientsProps) {
  const { t } = useTranslation('reading');
  if (people.length === 0) return null;
  return (
    <span>
      {words}{' '}
      {people.map(({ name, address }, index) => (
        // The people of one message, in their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: one may be named twice
        <Fragment key={index}>
          {index > 0 && t('listSeparator')}
          <span {...contactMark(messageId, address)}>
            {name === '' ? address : `${name} <${address}>`}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
