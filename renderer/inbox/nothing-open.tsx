import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '../command-keys.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useCommandWords } from '../use-command-words.ts';
import styles from './inbox-screen.module.css';

const hints = ['next-conversation', 'previous-conversation', 'search', 'help'] as const;

/** The reading side while no conversation is open: how to go on by keyboard. */
export function NothingOpen() {
  const { t } = useTranslation('inbox');
  const keyLabel = useKeyLabel();
  const words = useCommandWords();
  return (
    <section
      className={styles.nothing}
      aria-label={t('nothing.title')}
      data-pane="reading"
      tabIndex={-1}
    >
      <EmptyState icon="mail-open" title={t('nothing.title')}>
        <ul className={styles.hints}>
          {hints.map((id) => (
            <li key={id}>
              <kbd>{keyLabel(id)}</kbd> {words(id)}
            </li>
          ))}
        </ul>
      </EmptyState>
    </section>
  );
}
