import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { isMac } from '../ui/is-mac.ts';
import { shortcutLabel } from '../ui/shortcut.ts';
import styles from './composer.module.css';
import { enlargeShortcut } from './use-composer-keys.ts';

type ComposerWaysProps = {
  readonly isLarge: boolean;
  readonly onEnlarge: () => void;
  readonly onClose: () => void;
};

/** The corner of the composer: all of the pane or a part of it, and out of the way. */
export function ComposerWays({ isLarge, onEnlarge, onClose }: ComposerWaysProps) {
  const { t } = useTranslation('composer');
  return (
    <div className={styles.close}>
      <IconButton
        icon={isLarge ? 'reduce' : 'enlarge'}
        size="sm"
        label={t(isLarge ? 'reduce' : 'enlarge')}
        shortcut={shortcutLabel(enlargeShortcut, isMac())}
        onPress={onEnlarge}
      />
      <IconButton icon="minus" size="sm" label={t('minimise')} shortcut="Esc" onPress={onClose} />
    </div>
  );
}
