import { useTranslation } from 'react-i18next';
import type { PhotoPrivacy } from '../../shared/model/draft-attachment.ts';
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
    const filesThat = (...wanted: readonly PhotoPrivacy[]) =>
      attachments.filter(({ privacy }) => wanted.includes(privacy)).length;
    const photos = filesThat('clean', 'cleaned');
    const telling = filesThat('may-tell');
    const others = filesThat('no-photo');
    const parts = [
      first === undefined ? t('xray.nobody') : addressed(first, count),
      quotes.reader && t('xray.reader'),
      quotes.others && t('xray.others'),
      contacts.length > 0 && t('xray.contacts', { count: contacts.length }),
      others > 0 && t('xray.files', { count: others }),
      photos > 0 && t('xray.cleaned', { count: photos }),
      telling > 0 && t('xray.telling', { count: telling }),
    ];
    return parts.filter((words) => words !== false).join(t('xray.separator'));
  };
}
