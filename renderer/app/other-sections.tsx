import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { useCall } from '../use-call.ts';
import styles from './other-sections.module.css';
import { sectionIcon } from './section-icon.ts';

type OtherSectionsProps = {
  readonly sections: readonly SectionSummary[];
  /** '' for no search. */
  readonly query: string;
  readonly onOpen: (sectionId: SectionId) => void;
};

/** What a search finds in the other sections that are open, and the way there. */
export function OtherSections({ sections, query, onOpen }: OtherSectionsProps) {
  const { t } = useTranslation('search');
  if (query === '' || sections.length === 0) return null;
  return (
    <ul className={styles.others} aria-label={t('others')}>
      {sections.map(({ id }) => (
        <OtherSection key={id} sectionId={id} query={query} onOpen={() => onOpen(id)} />
      ))}
    </ul>
  );
}

type OtherSectionProps = {
  readonly sectionId: SectionId;
  readonly query: string;
  readonly onOpen: () => void;
};

function OtherSection({ sectionId, query, onOpen }: OtherSectionProps) {
  const { t } = useTranslation(['search', 'common']);
  const format = useFormat();
  const list = { sectionId, view: 'all', query, offset: 0, limit: 1 } as const;
  const { value } = useCall('conversation.list', list);
  if (value === null || value.total === 0) return null;
  const count = `${format.number(value.total)}${value.isCut ? '+' : ''}`;
  return (
    <li>
      <Button size="sm" variant="quiet" icon={sectionIcon[sectionId]} onPress={onOpen}>
        {t('search:alsoIn', { section: t(`common:section.${sectionId}`), count })}
      </Button>
    </li>
  );
}
