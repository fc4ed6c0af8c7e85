import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '../../../shared/model/retention.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './retention.module.css';
import { useRuleWords } from './use-rule-words.ts';

const day = 24 * 60 * 60 * 1000;

type Ways = {
  readonly canChange: boolean;
  readonly onLook: (rule: RetentionRule) => void;
  readonly onTurn: (rule: RetentionRule) => void;
  readonly onEdit: (rule: RetentionRule) => void;
  readonly onRemove: (rule: RetentionRule) => void;
};

type RuleListProps = Ways & { readonly rules: readonly RetentionRule[] };

export function RuleList({ rules, ...ways }: RuleListProps) {
  const { t } = useTranslation('retention');
  return (
    <section aria-label={t('rules')}>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} {...ways} />
        ))}
      </ul>
    </section>
  );
}

type RuleRowProps = Ways & { readonly rule: RetentionRule };

function RuleRow({ rule, canChange, onLook, onTurn, onEdit, onRemove }: RuleRowProps) {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const words = useRuleWords()(rule);
  const labelled = (action: string) => t('labelled', { action, rule: words });
  const { onSince } = rule;
  const turn = t(onSince === null ? 'turnOn' : 'turnOff');
  const isComing = onSince !== null && onSince + day > Date.now();
  return (
    <li className={styles.rule} data-rule={onSince === null ? 'off' : 'on'}>
      <div className={styles.ruleWords}>
        <span className={styles.ruleName}>
          {words}
          <Badge tone={onSince === null ? 'neutral' : 'success'}>
            {t(onSince === null ? 'off' : 'on')}
          </Badge>
        </span>
        {isComing && (
          <span className={styles.note}>
            {t('grace', { date: format.shortDateTime(onSince + day) })}
          </span>
        )}
      </div>
      <div className={styles.ways}>
        <Button size="sm" aria-label={labelled(t('preview'))} onPress={() => onLook(rule)}>
          {t('preview')}
        </Button>
        {canChange && (
          <>
            <Button size="sm" aria-label={labelled(turn)} onPress={() => onTurn(rule)}>
              {turn}
            </Button>
            <IconButton
              icon="draft"
              size="sm"
              label={labelled(t('edit'))}
              onPress={() => onEdit(rule)}
            />
            <IconButton
              icon="close"
              size="sm"
              label={labelled(t('remove'))}
              onPress={() => onRemove(rule)}
            />
          </>
        )}
      </div>
    </li>
  );
}
