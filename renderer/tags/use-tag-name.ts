import { useTranslation } from 'react-i18next';
import type { Tag } from '../../shared/model/tag.ts';

/** What a tag is called: those that mail programs began with have a name in each language. */
export function useTagName(): (tag: Tag) => string {
  const { t } = useTranslation('tags');
  return ({ name }) => {
    const known = /^\$label([1-5])$/i.exec(name)?.[1];
    return known === undefined ? name : t(`known.$label${known as '1' | '2' | '3' | '4' | '5'}`);
  };
}
