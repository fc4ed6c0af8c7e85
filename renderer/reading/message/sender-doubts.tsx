import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageId } from '../../../shared/ids.ts';
import type { SenderDoubt } from '../../../shared/model/sender-doubt.ts';
import { Notice } from '../../ui/notice.tsx';
import { contactMark } from '../copy/contact-mark.ts';

/** Said and no more: lists and forms do so every day. */
const plain: ReadonlySet<SenderDoubt['kind']> = new Set(['sent-by', 'answers-to']);

type SenderDoubtsProps = {
  readonly messageId: MessageId;
  readonly doubts: readonly SenderDoubt[];
};

/** What to know before a letter is taken to be from whom it seems to be from. */
export function SenderDoubts({ messageId, doubts }: SenderDoubtsProps) {
  const { t } = useTranslation('reading');
  if (doubts.length === 0) return null;
  const words = (doubt: SenderDoubt): string => {
    switch (doubt.kind) {
      case 'name':
        return t('doubt.name', doubt);
      case 'several':
        return t('doubt.several', { addresses: doubt.addresses.join(t('listSeparator')) });
      case 'sent-by':
        return t('doubt.sentBy', doubt);
      case 'answers-to':
        return t('doubt.answersTo', { addresses: doubt.addresses.join(t('listSeparator')) });
      case 'passes-for':
        return t('doubt.passesFor', doubt);
      case 'scripts':
        return t('doubt.scripts', doubt);
    }
  };
  const isPlain = doubts.every(({ kind }) => plain.has(kind));
  return (
    <Notice tone={isPlain ? 'info' : 'warning'}>
      {doubts.map((doubt) => (
        <p key={words(doubt)}>
          <Marked messageId={messageId} addresses={addressesIn(doubt)}>
            {words(doubt)}
          </Marked>
        </p>
      ))}
    </Notice>
  );
}

type MarkedProps = {
  readonly messageId: MessageId;
  readonly addresses: readonly string[];
  readonly children: ReactNode;
};

/** Copies of what has addresses in it go on record, as of those in the head. */
function Marked({ messageId, addresses, children }: MarkedProps): ReactNode {
  const [first, ...others] = addresses;
  if (first === undefined) return children;
  return (
    <span {...contactMark(messageId, first)}>
      <Marked messageId={messageId} addresses={others}>
        {children}
      </Marked>
    </span>
  );
}

function addressesIn(doubt: SenderDoubt): readonly string[] {
  if ('addresses' in doubt) return doubt.addresses;
  return 'address' in doubt ? [doubt.address] : [];
}
