import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenKeys, faultOf, keysOf } from '../../shared/command-keys.ts';
import { type CommandId, commandGroups, commandIds, commands } from '../../shared/commands.ts';
import { isSameShortcut, type Shortcut } from '../../shared/shortcut.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { isMac } from '../ui/is-mac.ts';
import { KeyboardRow } from './keyboard-row.tsx';
import styles from './settings-screen.module.css';
import { useFaultWords } from './use-fault-words.ts';
import { useKeyRecorder } from './use-key-recorder.ts';

type KeyboardPageProps = {
  readonly chosen: ChosenKeys;
  readonly onChoose: (keys: ChosenKeys) => void;
};

/** The keys of every command, each of which can be recorded anew. */
export function KeyboardPage({ chosen, onChoose }: KeyboardPageProps) {
  const { t } = useTranslation(['keyboard', 'settings']);
  const faultWords = useFaultWords();
  const [recording, setRecording] = useState<CommandId | null>(null);
  const [refused, setRefused] = useState<{ id: CommandId; words: string } | null>(null);
  const keys = keysOf(chosen);

  useKeyRecorder(recording !== null, {
    onPress(shortcut) {
      if (recording !== null) choose(recording, shortcut);
      setRecording(null);
    },
    onCancel: () => setRecording(null),
  });

  function choose(id: CommandId, shortcut: Shortcut | null) {
    const fault = shortcut === null ? null : faultOf(id, shortcut, keys);
    if (shortcut === null || fault !== null) {
      setRefused({ id, words: faultWords(shortcut, fault) });
      return;
    }
    setRefused(null);
    const { [id]: _, ...others } = chosen;
    const isDefault = isSameShortcut(shortcut, commands[id].key);
    onChoose(isDefault ? others : { ...others, [id]: shortcut });
  }

  return (
    <div className={styles.content}>
      <h2 className={styles.pageTitle}>{t('settings:keyboard')}</h2>
      <div className={styles.leadLine}>
        <p className={styles.quiet}>
          {t('keyboard:page.lead', { command: isMac() ? '⌘' : 'Ctrl' })}
        </p>
        <Button
          size="sm"
          isDisabled={Object.keys(chosen).length === 0}
          onPress={() => {
            setRefused(null);
            onChoose({});
          }}
        >
          {t('keyboard:page.resetAll')}
        </Button>
      </div>
      <div className={styles.cards}>
        {commandGroups.map((group) => (
          <Card key={group} title={t(`keyboard:group.${group}`)}>
            <ul>
              {commandIds
                .filter((id) => commands[id].group === group)
                .map((id) => (
                  <KeyboardRow
                    key={id}
                    id={id}
                    shortcut={keys[id]}
                    isChosen={chosen[id] !== undefined}
                    isRecording={recording === id}
                    refusal={refused?.id === id ? refused.words : null}
                    onRecord={() => {
                      setRefused(null);
                      setRecording(id);
                    }}
                    onReset={() => choose(id, commands[id].key)}
                  />
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </div>
  );
}
