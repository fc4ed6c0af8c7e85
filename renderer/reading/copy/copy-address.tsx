import { useTranslation } from 'react-i18next';
import type { MessageHeaders } from '../../../shared/model/message.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useCopyContacts } from './use-copy-contacts.ts';

type CopyAddressProps = { readonly sectionId: SectionId; readonly message: MessageHeaders };

/** Copies the address of whoever the message is from, or of whom we wrote to. It is on record. */
export function CopyAddress({ sectionId, message }: CopyAddressProps) {
  const { t } = useTranslation('reading');
  const copy = useCopyContacts(sectionId);
  const { address } = (message.direction === 'in' ? message.from : message.to[0]) ?? message.from;
  if (address === '') return null;
  return (
    <IconButton
      icon="copy"
      size="sm"
      label={t('copy.address', { address })}
      onPress={() => copy([{ messageId: message.id, address }], address)}
    />
  );
}
