import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { memberName } from '../../../shared/model/member-name.ts';
import type { DueMember, RetentionRule } from '../../../shared/model/retention.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useCall } from '../../use-call.ts';
import styles from './retention.module.css';
import { useRuleWords } from './use-rule-words.ts';

/** Members asked for at once. */
const pageSize = 50;

type DueDialogProps = { readonly rule: RetentionRule; readonly onClose: () => void };

/** What the rule would take now and of whom, whether or not it is on. Nothing goes by a look. */
export function DueDialog({ rule, onClose }: DueDialogProps) {
  const { t } = useTranslation(['retention', 'members', 'common']);
  const format = useFormat();
  const errorWords = useErrorWords();
  const words = useRuleWords()(rule);
  const place = { sectionId: 'members', ruleId: rule.id } as const;
  const count = useCall('retention.count', place);
  const { items, error, hasMore, more } = useDueMembers(rule);
  const failed = error ?? count.error;
  const total = count.value?.total ?? null;
  const held = count.value?.held ?? 0;
  return (
    <ModalDialog
      title={t('retention:previewTitle', { rule: words })}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
    >
      <p role="status">
        {total === null && t('retention:counting')}
        {total === 0 && t('retention:nobody')}
        {total !== null && total > 0 && t('retention:about', { count: total })}{' '}
        {held > 0 && t('retention:held', { count: held })}
      </p>
      {failed !== null && <ErrorNotice error={errorWords(failed)} />}
      <ul className={styles.due} aria-label={t('retention:due')}>
        {items.map(({ member, since, isHeld }) => (
          <li key={member.id} className={styles.dueRow}>
            <span className={styles.dueName}>{memberName(member) || t('members:nameless')}</span>
            <span className={styles.note}>
              {t('retention:since', {
                status: t(`members:status.${member.status}`),
                date: format.day(since),
              })}
            </span>
            <Badge tone={isHeld ? 'warning' : 'danger'}>
              {isHeld
                ? t('retention:hold')
                : t('retention:goes', { part: t(`retention:part.${rule.part}`) })}
            </Badge>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="sm" onPress={more}>
          {t('retention:more')}
        </Button>
      )}
    </ModalDialog>
  );
}

/** Page after page, each from where the last one ended. */
function useDueMembers({ id }: RetentionRule) {
  const [items, setItems] = useState<readonly DueMember[]>([]);
  const [hasMore, setMore] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function ask(last: DueMember | undefined) {
    const after = last === undefined ? null : { since: last.since, id: last.member.id };
    const place = { sectionId: 'members', ruleId: id } as const;
    const result = await call('retention.preview', { ...place, after, limit: pageSize });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    const page = result.value.items;
    setItems((known) => (last === undefined ? page : [...known, ...page]));
    setMore(page.length === pageSize);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once
  useEffect(() => {
    void ask(undefined);
  }, [id]);
  return { items, error, hasMore, more: () => void ask(items.at(-1)) };
}
