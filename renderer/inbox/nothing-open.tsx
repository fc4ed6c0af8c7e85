import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './inbox-screen.module.css';

const hints = ['j', 'k', '/', '?'] as const;

/** The reading side while no conversation is open: how to go on by keyboard. */
export function NothingOpen() {
  const { t } = useTranslation('inbox');
  return (
    <section
      className={styles.nothing}
      aria-label={t('nothing.title')}
      data-pane="reading"
      tabIndex={-1}
    >
      <EmptyState icon="mail-open" title={t('nothing.title')}>
        <ul className={styles.hints}>
          {hints.map((key) => (
            <li key={key}>
              <kbd>{key}</kbd> {t(`nothing.keys.${key}`)}
            </li>
          ))}
        </ul>
      </EmptyState>
    </section>
  );
}
