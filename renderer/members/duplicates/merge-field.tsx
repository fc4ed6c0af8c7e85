import { useTranslation } from 'react-i18next';
import type { ComparedPair } from '../../../shared/model/duplicate.ts';
import { isHiddenField, type MemberCard, type MemberField } from '../../../shared/model/member.ts';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { HiddenField } from '../hidden-field.tsx';
import { useHeldCopies } from '../use-held-copies.ts';
import { useMemberWords } from '../use-member-words.ts';
import { canTakeBoth, type Side } from './merge-state.ts';
import styles from './pair-view.module.css';

type MergeFieldProps = {
  readonly pair: ComparedPair;
  readonly field: MemberField;
  /** Null as long as nothing is chosen. */
  readonly taken: Side | 'both' | null;
  readonly onTake: (from: Side | 'both') => void;
};

/** A field that is not the same in both, side by side, and whose value is to stay. */
export function MergeField({ pair, field, taken, onTake }: MergeFieldProps) {
  const { t } = useTranslation(['duplicates', 'members']);
  const label = t(`members:field.${field}`);
  const options = [
    { value: 'one' as const, label: t('duplicates:compare.left') },
    { value: 'other' as const, label: t('duplicates:compare.right') },
    { value: 'both' as const, label: t('duplicates:compare.both') },
  ].filter(({ value }) => value !== 'both' || canTakeBoth(pair, field));
  return (
    <section className={styles.field} data-field={field} data-open={taken === null || undefined}>
      <div className={styles.fieldHead}>
        <h3 className={styles.fieldName}>{label}</h3>
        <ChoiceGroup<Side | 'both' | ''>
          label={t('duplicates:compare.take', { field: label })}
          isLabelHidden
          size="sm"
          value={taken ?? ''}
          options={options}
          onChange={(from) => {
            if (from !== '') onTake(from);
          }}
        />
      </div>
      <div className={styles.sides}>
        <Value card={pair.one} field={field} isTaken={taken !== null && taken !== 'other'} />
        <Value card={pair.other} field={field} isTaken={taken !== null && taken !== 'one'} />
      </div>
    </section>
  );
}

type ValueProps = {
  readonly card: MemberCard;
  readonly field: MemberField;
  readonly isTaken: boolean;
};

function Value({ card, field, isTaken }: ValueProps) {
  const { t } = useTranslation('members');
  const words = useMemberWords();
  const held = useHeldCopies(card.id, 'shown');
  return (
    <div className={styles.value} data-taken={isTaken || undefined} {...held}>
      {isHiddenField(field) ? (
        <HiddenField memberId={card.id} asOf={null} field={field} count={card.counts[field]} />
      ) : (
        words.shown(field, card.shown) || t('blank')
      )}
    </div>
  );
}
