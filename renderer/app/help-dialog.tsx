import { useTranslation } from 'react-i18next';
import type { SectionId } from '../../shared/model/section.ts';
import { isMac } from '../ui/is-mac.ts';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { type Shortcut, shortcutLabel } from '../ui/shortcut.ts';
import styles from './help-dialog.module.css';
import { shortcuts } from './shortcuts.ts';

type HelpDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly sectionIds: readonly SectionId[];
  readonly closeLabel: string;
};

type Row = readonly [shortcut: Shortcut, words: string];

/** Every shortcut on one page. */
export function HelpDialog({ isOpen, onClose, sectionIds, closeLabel }: HelpDialogProps) {
  const { t } = useTranslation(['app', 'common']);
  const everywhere: readonly Row[] = [
    ...sectionIds.map(
      (id, index): Row => [
        { key: String(index + 1), command: true },
        t('app:help.goToSection', { section: t(`common:section.${id}`) }),
      ],
    ),
    [shortcuts.nextPane, t('app:help.nextPane')],
    [shortcuts.previousPane, t('app:help.previousPane')],
    [shortcuts.settings, t('app:help.openSettings')],
    [shortcuts.lock, t('app:help.lock')],
    [shortcuts.help, t('app:help.showHelp')],
  ];
  const list: readonly Row[] = [
    [{ key: 'j' }, t('app:help.nextConversation')],
    [{ key: 'k' }, t('app:help.previousConversation')],
    [{ key: 'o' }, t('app:help.read')],
    [{ key: 'r' }, t('app:help.reply')],
    [{ key: 'Enter', command: true }, t('app:help.send')],
    [{ key: 'u' }, t('app:help.markUnread')],
    [{ key: 'e' }, t('app:help.done')],
    [{ key: 's' }, t('app:help.snooze')],
    [{ key: 'n' }, t('app:help.note')],
    [{ key: 'p' }, t('app:help.print')],
    [{ key: '/' }, t('app:help.search')],
    [{ key: 'Escape' }, t('app:help.close')],
  ];
  return (
    <ModalDialog
      title={t('app:help.title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={closeLabel}
      width="lg"
    >
      <div className={styles.columns}>
        <ShortcutList title={t('app:help.everywhere')} rows={everywhere} />
        <ShortcutList title={t('app:help.list')} rows={list} />
      </div>
    </ModalDialog>
  );
}

type ShortcutListProps = { readonly title: string; readonly rows: readonly Row[] };

function ShortcutList({ title, rows }: ShortcutListProps) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {rows.map(([shortcut, words]) => (
          <div key={words} className={styles.row}>
            <dt>{words}</dt>
            <dd>
              <kbd className={styles.keys}>{shortcutLabel(shortcut, isMac())}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
