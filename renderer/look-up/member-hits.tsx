import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../shared/ids.ts';
import { memberName } from '../../shared/model/member-name.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { useCall } from '../use-call.ts';
import styles from './look-up.module.css';

type MemberHitsProps = {
  /** '' for no search. */
  readonly query: string;
  readonly onOpen: (memberId: MemberId) => void;
  readonly onShowAll: (query: string) => void;
};

/** More are in Member records. */
const shown = 3;

/** A part of an address or number: to find whose it is from a letter is a look-up, which has a purpose. */
const contact = /@|\d{3}/u;
const isContact = /@|\d[\d -]{6,}/u;

/**
 * The members whom the words of a search find too: names and status. What stands in a letter is never
 * looked for by itself.
 */
export function MemberHits({ query, onOpen, onShowAll }: MemberHitsProps) {
  const { t } = useTranslation(['look-up', 'members']);
  const isAsked = query !== '' && query.length <= 200 && !contact.test(query.normalize('NFKC'));
  const { value } = useCall(
    'member.list',
    isAsked ? { sectionId: 'members', query, offset: 0, limit: shown } : undefined,
  );
  if (isContact.test(query.normalize('NFKC')))
    return <p className={styles.noHits}>{t('noContacts')}</p>;
  if (value === null || value.total === 0) return null;
  return (
    <section className={styles.hits} aria-label={t('hits', { count: value.total })}>
      <h2 className={styles.hitsTitle}>{t('hits', { count: value.total })}</h2>
      <ul className={styles.list}>
        {value.items.map((member) => (
          <li key={member.id}>
            <button type="button" className={styles.hit} onClick={() => onOpen(member.id)}>
              <span className={styles.name}>{memberName(member) || t('nameless')}</span>
              <Badge tone="neutral">{t(`members:status.${member.status}`)}</Badge>
            </button>
          </li>
        ))}
      </ul>
      {value.total > shown && (
        <Button size="sm" variant="quiet" onPress={() => onShowAll(query)}>
          {t('allHits')}
        </Button>
      )}
    </section>
  );
}
