import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '../command-keys.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './composer.module.css';

type ComposerWaysProps = {
  readonly isLarge: boolean;
  readonly onEnlarge: () => void;
  readonly onClose: () => void;
};

/** The corner of the composer: all of the pane or a part of it, and out of the way. */
export function ComposerWays({ isLarge, onEnlarge, onClose }: ComposerWaysProps) {
  const { t } = useTranslation('composer');
  const keyLabel = useKeyLabel();
  return (
    <div className={styles.close}>
      <IconButton
        icon={isLarge ? 'reduce' : 'enlarge'}
        size="sm"
        label={t(isLarge ? 'reduce' : 'enlarge')}
        shortcut={keyLabel('enlarge')}
        onPress={onEnlarge}
      />
      <IconButton icon="minus" size="sm" label={t('minimise')} shortcut="Esc" onPress={onClose} />
    </div>
  );
}
