import { useTranslation } from 'react-i18next';
import type { ConversationId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Tag, TagChoice } from '../../../shared/model/tag.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useTagName } from '../../tags/use-tag-name.ts';
import { useToast } from '../../ui/toast.tsx';

type Place = { readonly sectionId: SectionId; readonly conversationId: ConversationId };

export type Tagging = {
  readonly set: (tag: TagChoice, isSet: boolean) => void;
  /** As `set`, and says so: it can be taken back. */
  readonly takeOff: (tag: Tag) => void;
};

/** Tags a conversation. A failure is told in a toast. */
export function useTagging(place: Place): Tagging {
  const { t } = useTranslation('tags');
  const nameOf = useTagName();
  const errorWords = useErrorWords();
  const toast = useToast();

  async function set(tag: TagChoice, isSet: boolean): Promise<boolean> {
    const result = await call('conversation.tag', { ...place, tag, isSet });
    if (result.ok) return true;
    const { what, next } = errorWords(result.error);
    toast({ text: `${what} ${next}` });
    return false;
  }

  async function takeOff(tag: Tag): Promise<void> {
    const { keyword } = tag;
    if (!(await set({ keyword }, false))) return;
    toast({
      text: t('removed', { name: nameOf(tag) }),
      action: { label: t('undo'), onPress: () => void set({ keyword }, true) },
    });
  }

  return {
    set: (tag, isSet) => void set(tag, isSet),
    takeOff: (tag) => void takeOff(tag),
  };
}
