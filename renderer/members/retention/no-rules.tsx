import { useTranslation } from 'react-i18next';
import type { RetentionTerms } from '../../../shared/model/retention.ts';
import { Button } from '../../ui/button.tsx';
import styles from './retention.module.css';
import { useRuleWords } from './use-rule-words.ts';

type NoRulesProps = {
  /** Null for who may not. */
  readonly onAdd: ((terms: RetentionTerms) => void) | null;
};

const examples: readonly RetentionTerms[] = [
  { status: 'rejected', part: 'record', count: 90, unit: 'days' },
  { status: 'lapsed', part: 'phones', count: 1, unit: 'years' },
];

/** Nothing goes by itself: two rules to begin with, which are off like every new one. */
export function NoRules({ onAdd }: NoRulesProps) {
  const { t } = useTranslation('retention');
  const words = useRuleWords();
  return (
    <section className={styles.none} aria-label={t('none.title')}>
      <h2 className={styles.subtitle}>{t('none.title')}</h2>
      <p className={styles.quiet}>{t('none.text')}</p>
      {onAdd !== null && (
        <div className={styles.examples}>
          {examples.map((terms) => (
            <Button
              key={terms.part}
              icon="add"
              aria-label={t('none.example', { rule: words(terms) })}
              onPress={() => onAdd(terms)}
            >
              {words(terms)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
