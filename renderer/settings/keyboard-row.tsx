import { useTranslation } from 'react-i18next';
import { type CommandId, commands } from '../../shared/commands.ts';
import type { Shortcut } from '../../shared/shortcut.ts';
import { Button } from '../ui/button.tsx';
import { isMac } from '../ui/is-mac.ts';
import { shortcutLabel } from '../ui/shortcut.ts';
import { useCommandWords } from '../use-command-words.ts';
import styles from './keyboard-page.module.css';

type KeyboardRowProps = {
  readonly id: CommandId;
  readonly shortcut: Shortcut;
  /** Not the default. */
  readonly isChosen: boolean;
  readonly isRecording: boolean;
  /** Why the keys just pressed cannot be its own; null for no reason. */
  readonly refusal: string | null;
  readonly onRecord: () => void;
  readonly onReset: () => void;
};

/** One command: its words, its keys, and the ways to other ones. */
export function KeyboardRow(props: KeyboardRowProps) {
  const { id, shortcut, isChosen, isRecording, refusal, onRecord, onReset } = props;
  const { t } = useTranslation('keyboard');
  const command = useCommandWords()(id);
  const usual = shortcutLabel(commands[id].key, isMac());
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <span className={styles.command}>{command}</span>
        {isRecording ? (
          <span className={styles.recording} role="status">
            {t('page.press')}
          </span>
        ) : (
          <kbd className={styles.keys}>{shortcutLabel(shortcut, isMac())}</kbd>
        )}
        <span className={styles.buttons}>
          {isChosen && (
            <Button
              size="sm"
              variant="quiet"
              aria-label={t('page.resetFor', { command, keys: usual })}
              onPress={onReset}
            >
              {t('page.reset')}
            </Button>
          )}
          <Button size="sm" aria-label={t('page.changeFor', { command })} onPress={onRecord}>
            {t('page.change')}
          </Button>
        </span>
      </div>
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </li>
  );
}
