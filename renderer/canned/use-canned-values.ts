import { useTranslation } from 'react-i18next';
import type { CannedValues } from '../../shared/canned-text.ts';
import { type Honorific, withHonorific } from '../../shared/model/honorific.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { Locale } from '../../shared/model/preferences.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { formatDay } from '../i18n/format.ts';

type Known = {
  readonly sectionId: SectionId;
  /** Null when the letter goes to nobody yet. */
  readonly reader: Participant | null;
  readonly subject: string;
  readonly staffName: string;
};

/** What the variables of a canned reply stand for, in the reply's own language. */
export function useCannedValues(
  known: Known,
): (language: Locale, honorific: Honorific | null) => CannedValues {
  const { i18n } = useTranslation();
  return (language, honorific) => ({
    reader: addressed(known.reader?.name.trim() ?? '', honorific),
    subject: known.subject.trim(),
    section: i18n.getFixedT(language, 'common')(`section.${known.sectionId}`),
    date: formatDay(language, Date.now()),
    staff: known.staffName,
    // Of no letter that the composer writes.
    fields: '',
    reason: '',
  });
}

/** Without a name there is nobody to address, and without a choice nobody is addressed by chance. */
function addressed(name: string, honorific: Honorific | null): string {
  return name === '' || honorific === null ? '' : withHonorific(name, honorific);
}
