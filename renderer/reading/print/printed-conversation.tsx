import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './printed-conversation.module.css';

export type Print = {
  readonly sectionId: SectionId;
  readonly subject: string;
  readonly messages: readonly (MessageHeaders & { readonly text: string })[];
  /** Who prints it; '' when unknown. */
  readonly by: string;
  readonly at: number;
};

/**
 * A conversation as it goes on paper: every message whole, in plain words, for no layout of a
 * stranger's breaks well across pages. Notes stay where they are: paper travels.
 */
export function PrintedConversation({ sectionId, subject, messages, by, at }: Print) {
  const { t } = useTranslation(['state', 'reading', 'common']);
  const format = useFormat();
  const section = t(`common:section.${sectionId}`);
  const date = format.stamp(at);
  return createPortal(
    <div className={styles.paper} data-print-pages>
      <div className={styles.foot}>
        <p>
          {by === ''
            ? t('state:print.footerNobody', { section, date })
            : t('state:print.footer', { section, name: by, date })}
        </p>
      </div>
      <h1>{subject.trim() || t('reading:noSubject')}</h1>
      {messages.map((message) => (
        <PrintedMessage key={message.id} {...message} />
      ))}
    </div>,
    document.body,
  );
}

function PrintedMessage(message: Print['messages'][number]) {
  const { t } = useTranslation(['state', 'reading']);
  const format = useFormat();
  const files = message.attachments.filter(({ inline }) => !inline);
  const people = (those: readonly Participant[]) =>
    those.map(nameAndAddress).join(t('reading:listSeparator'));
  const fields = [
    ['from', nameAndAddress(message.from)],
    ['to', people(message.to)],
    ['cc', people(message.cc)],
    ['date', format.dateTime(message.sentAt)],
    ['subject', message.subject],
    [
      'attachments',
      files
        .map(({ filename, index, size }) => {
          const name = filename?.trim() || t('reading:attachment.unnamed', { number: index + 1 });
          return `${name} (${format.size(size)})`;
        })
        .join(t('reading:listSeparator')),
    ],
  ] as const;
  return (
    <section className={styles.message}>
      <dl className={styles.fields}>
        {fields
          .filter(([, words]) => words !== '')
          .map(([field, words]) => [
            <dt key={field}>{t(`state:print.${field}`)}</dt>,
            <dd key={`${field} words`}>{words}</dd>,
          ])}
      </dl>
      <div className={styles.text}>
        {message.text.trim() === '' ? t('reading:message.empty') : message.text}
      </div>
    </section>
  );
}

function nameAndAddress({ name, address }: Participant): string {
  return name === '' ? address : `${name} <${address}>`;
}
