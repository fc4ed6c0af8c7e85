import { useTranslation } from 'react-i18next';
import { type CommandGroup, commandIds, commands } from '../../shared/commands.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useKeyLabel } from '../command-keys.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { useCommandWords } from '../use-command-words.ts';
import styles from './help-dialog.module.css';

type HelpDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly sectionIds: readonly SectionId[];
  readonly closeLabel: string;
  /** Opens the page that changes them. */
  readonly onChange: () => void;
};

/** About as long as each other: all of it is to be seen in the smallest window. */
const columns: readonly (readonly CommandGroup[])[] = [
  ['everywhere', 'review'],
  ['list', 'composer'],
  ['conversation', 'members'],
];

type Row = readonly [keys: string, words: string];

/** Every shortcut on one page. */
export function HelpDialog(props: HelpDialogProps) {
  const { isOpen, onClose, sectionIds, closeLabel, onChange } = props;
  const { t } = useTranslation(['keyboard', 'common']);
  const words = useCommandWords();
  const keyLabel = useKeyLabel();

  const rowsOf = (group: CommandGroup): readonly Row[] => {
    const rows = commandIds
      .filter((id) => commands[id].group === group)
      .flatMap((id): readonly Row[] => {
        const at = ['section-1', 'section-2', 'section-3'].indexOf(id);
        if (at === -1) return [[keyLabel(id), words(id)]];
        const section = sectionIds[at];
        // A person may have fewer sections than there are keys.
        if (section === undefined) return [];
        const name = t(`common:section.${section}`);
        return [[keyLabel(id), t('keyboard:goToSection', { section: name })]];
      });
    return group === 'list' ? [...rows, ['Esc', t('keyboard:closeKey')]] : rows;
  };

  const isTheirs = (group: CommandGroup) =>
    (group !== 'members' && group !== 'review') || sectionIds.includes('members');
  return (
    <ModalDialog
      title={t('keyboard:title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={closeLabel}
      width="lg"
      actions={<Button onPress={onChange}>{t('keyboard:change')}</Button>}
    >
      <div className={styles.columns}>
        {columns.map((groups) => (
          <div key={groups[0]} className={styles.column}>
            {groups.filter(isTheirs).map((group) => (
              <ShortcutList key={group} title={t(`keyboard:group.${group}`)} rows={rowsOf(group)} />
            ))}
          </div>
        ))}
      </div>
    </ModalDialog>
  );
}

type ShortcutListProps = { readonly title: string; readonly rows: readonly Row[] };

function ShortcutList({ title, rows }: ShortcutListProps) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {rows.map(([keys, words]) => (
          <div key={words} className={styles.row}>
            <dt>{words}</dt>
            <dd>
              <kbd className={styles.keys}>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
