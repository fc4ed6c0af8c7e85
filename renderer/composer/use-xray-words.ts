import { useTranslation } from 'react-i18next';
import type { LetterDisclosure } from '../../shared/model/letter-check.ts';

type Recipient = LetterDisclosure['recipients'][number];

/** A disclosure in one sentence. It never says of a reader what is not known, such as a gender. */
export function useXrayWords(): (disclosure: LetterDisclosure) => string {
  const { t } = useTranslation('policy');

  /** A person is called otherwise than an address is. */
  function addressed({ name, address }: Recipient, count: number): string {
    const more = t('xray.more', { count });
    if (name === '')
      return count === 0
        ? t('xray.toAddress', { address })
        : t('xray.toAddressMany', { address, more });
    return count === 0 ? t('xray.to', { name }) : t('xray.toMany', { name, more });
  }

  return ({ recipients, quotes, contacts, attachments }) => {
    const [first] = recipients;
    const count = recipients.length - 1;
    const cleaned = attachments.filter(({ hasLocation }) => hasLocation).length;
    const plain = attachments.length - cleaned;
    const parts = [
      first === undefined ? t('xray.nobody') : addressed(first, count),
      quotes.reader && t('xray.reader'),
      quotes.others && t('xray.others'),
      contacts.length > 0 && t('xray.contacts', { count: contacts.length }),
      plain > 0 && t('xray.files', { count: plain }),
      cleaned > 0 && t('xray.cleaned', { count: cleaned }),
    ];
    return parts.filter((words) => words !== false).join(t('xray.separator'));
  };
}
