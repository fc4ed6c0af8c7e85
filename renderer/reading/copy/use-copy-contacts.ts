import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../../shared/model/section.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useToast } from '../../ui/toast.tsx';
import type { MarkedContact } from './contact-mark.ts';

/** The one way of an address to the clipboard: recorded first, and said. */
export function useCopyContacts(
  sectionId: SectionId,
): (contacts: readonly MarkedContact[], text: string) => void {
  const { t } = useTranslation('reading');
  const toast = useToast();
  const words = useErrorWords();
  return (contacts, text) => {
    void call('contact.copy', { sectionId, contacts: [...contacts], text }).then((result) => {
      if (result.ok) {
        toast({ text: t('copy.done', { count: contacts.length }) });
        return;
      }
      const { what, next } = words(result.error);
      toast({ text: `${what} ${next}` });
    });
  };
}
