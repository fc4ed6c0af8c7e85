import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import type { MemberId } from '../../../shared/ids.ts';
import type { ComparedPair } from '../../../shared/model/duplicate.ts';
import { type MemberCard, MemberField } from '../../../shared/model/member.ts';
import { memberKana, memberName } from '../../../shared/model/member-name.ts';
import { matchesShortcut } from '../../../shared/shortcut.ts';
import { call } from '../../api.ts';
import { useCommandKeys, useKeyLabel } from '../../command-keys.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceGroup } from '../../ui/choice-group.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { isMac } from '../../ui/is-mac.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useCommand } from '../../use-command.ts';
import formStyles from '../member-form.module.css';
import recordStyles from '../member-record.module.css';
import { StatusBadge } from '../status-badge.tsx';
import { useHeldCopies } from '../use-held-copies.ts';
import { MergeField } from './merge-field.tsx';
import { firstTaken, type Side, type Taken, toChoices } from './merge-state.ts';
import styles from './pair-view.module.css';

type PairViewProps = {
  readonly pair: ComparedPair;
  readonly onMerged: (keptId: MemberId, sequence: number) => void;
  readonly onApart: () => void;
  /** One of the two was changed meanwhile. */
  readonly onReload: () => void;
  readonly onClose: () => void;
};

/** Two records side by side, merged field by field by whoever looks at them. */
export function PairView({ pair, onMerged, onApart, onReload, onClose }: PairViewProps) {
  const { t } = useTranslation(['duplicates', 'members', 'common']);
  const errorWords = useErrorWords();
  const format = useFormat();
  const keyLabel = useKeyLabel();
  const pane = useRef<HTMLElement>(null);
  const [kept, setKept] = useState<Side>('one');
  const [taken, setTaken] = useState<Taken>(() => firstTaken(pair));
  const [reason, setReason] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [isNameless, setNameless] = useState(false);
  const [isPending, setPending] = useState(false);
  const { one, other, different } = pair;
  const open = different.filter((field) => taken[field] === undefined);
  const same = MemberField.options.filter((field) => !different.includes(field));
  useEffect(() => pane.current?.focus(), []);

  async function merge() {
    if (isPending) return;
    // The keys work without the button: they lead to what is still to be chosen.
    if (open.length > 0) {
      pane.current?.querySelector<HTMLElement>('[data-open] input')?.focus();
      return;
    }
    const [keep, leave] = kept === 'one' ? [one, other] : [other, one];
    setPending(true);
    const result = await call('duplicate.merge', {
      ...{ sectionId: 'members', keptId: keep.id, otherId: leave.id, reason },
      choices: toChoices(taken, kept),
      seen: { kept: keep.changedAt, other: leave.changedAt },
    });
    setPending(false);
    setError(result.ok ? null : result.error);
    setNameless(result.ok && result.value.outcome === 'faulty');
    if (result.ok && result.value.outcome === 'merged') onMerged(keep.id, result.value.sequence);
  }

  async function tellApart() {
    const ids = { one: one.id, other: other.id };
    const result = await call('duplicate.apart', { sectionId: 'members', ...ids, areApart: true });
    setError(result.ok ? null : result.error);
    if (result.ok) onApart();
  }

  useCommand('save-member', () => void merge());
  // A radio button keeps Enter to itself, with Ctrl or without.
  const { 'save-member': mergeKey } = useCommandKeys();
  const onKeyDownCapture = ({ nativeEvent: event }: KeyboardEvent) => {
    const isRadio = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    if (!isRadio || !matchesShortcut(mergeKey, event, isMac())) return;
    event.preventDefault();
    event.stopPropagation();
    void merge();
  };

  return (
    <section
      ref={pane}
      className={recordStyles.pane}
      aria-label={t('duplicates:compare.title')}
      data-pane="reading"
      tabIndex={-1}
      onKeyDownCapture={onKeyDownCapture}
    >
      <header className={recordStyles.head}>
        <h2 className={recordStyles.title}>{t('duplicates:compare.title')}</h2>
        <div className={recordStyles.ways}>
          <IconButton icon="close" label={t('common:close')} shortcut="Esc" onPress={onClose} />
        </div>
      </header>
      <div className={recordStyles.scroller}>
        <div className={styles.column}>
          {error !== null && (
            <ErrorNotice
              error={errorWords(error)}
              actions={
                error.code === 'pair-changed' && (
                  <Button size="sm" onPress={onReload}>
                    {t('common:retry')}
                  </Button>
                )
              }
            />
          )}
          {isNameless && <Notice tone="danger" title={t('duplicates:compare.nameless')} isLive />}
          <div className={styles.sides}>
            <Head card={one} place={t('duplicates:compare.left')} />
            <Head card={other} place={t('duplicates:compare.right')} />
          </div>
          <ChoiceGroup
            label={t('duplicates:compare.keep')}
            description={t('duplicates:compare.keepText')}
            size="sm"
            value={kept}
            options={[
              { value: 'one', label: t('members:number', { number: one.id }) },
              { value: 'other', label: t('members:number', { number: other.id }) },
            ]}
            onChange={setKept}
          />
          {different.length === 0 && <p>{t('duplicates:compare.identical')}</p>}
          {different.map((field) => (
            <MergeField
              key={field}
              pair={pair}
              field={field}
              taken={taken[field] ?? null}
              onTake={(from) => setTaken((now) => ({ ...now, [field]: from }))}
            />
          ))}
          <p className={styles.same}>
            {t('duplicates:compare.same', {
              fields: format.list(same.map((field) => t(`members:field.${field}`))),
            })}
          </p>
          <TextInput
            label={t('duplicates:compare.reason')}
            description={t('members:form.reasonText')}
            value={reason}
            onChange={setReason}
            maxLength={500}
          />
        </div>
      </div>
      <footer className={formStyles.actions}>
        <Button
          variant="primary"
          isDisabled={open.length > 0}
          isPending={isPending}
          onPress={() => void merge()}
        >
          {t('duplicates:compare.merge')}
        </Button>
        <Button onPress={() => void tellApart()}>{t('duplicates:compare.apart')}</Button>
        <kbd className={formStyles.key}>{keyLabel('save-member')}</kbd>
        <span className={styles.left} role="status">
          {open.length === 0
            ? t('duplicates:compare.ready')
            : t('duplicates:compare.open', { count: open.length })}
        </span>
      </footer>
    </section>
  );
}

function Head({ card, place }: { readonly card: MemberCard; readonly place: string }) {
  const { t } = useTranslation(['duplicates', 'members']);
  const format = useFormat();
  const held = useHeldCopies(card.id, 'shown');
  const { id, shown, addedAt } = card;
  return (
    <div className={styles.person} {...held}>
      <span className={styles.place}>{place}</span>
      <span className={styles.nameLine}>
        <span className={styles.name}>{memberName(shown) || t('members:nameless')}</span>
        <StatusBadge status={shown.status} />
      </span>
      <span className={styles.small}>{memberKana(shown)}</span>
      <span className={styles.small}>
        {t('duplicates:compare.added', { number: id, date: format.day(addedAt) })}
      </span>
    </div>
  );
}
