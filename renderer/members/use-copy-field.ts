import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../shared/ids.ts';
import type { CopiedField } from '../../shared/model/member.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useToast } from '../ui/toast.tsx';

/** The one way of a field to the clipboard: recorded first, and said. */
export function useCopyField(
  memberId: MemberId | null,
): (field: CopiedField, text: string) => void {
  const { t } = useTranslation(['members', 'common']);
  const toast = useToast();
  const words = useErrorWords();
  return (field, text) => {
    if (memberId === null) return;
    void call('member.copy', { sectionId: 'members', memberId, field, text }).then((result) => {
      if (result.ok) {
        toast({ text: t('members:reveal.copied') });
        return;
      }
      const { what, next } = words(result.error);
      toast({ text: t('common:sentences', { first: what, second: next }) });
    });
  };
}
