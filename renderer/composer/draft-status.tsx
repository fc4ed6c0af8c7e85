import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons/icon.tsx';
import styles from './composer.module.css';
import type { DraftState } from './draft-keeper.ts';

/** Whether what is written would survive a crash. A failure has a notice of its own. */
export function DraftStatus({ state }: { readonly state: DraftState }) {
  const { t } = useTranslation('composer');
  return (
    <span className={styles.status} role="status">
      {state.kind === 'saved' && <Icon name="check" size={14} />}
      {state.kind !== 'untouched' && state.kind !== 'failed' && t(`draft.${state.kind}`)}
    </span>
  );
}
