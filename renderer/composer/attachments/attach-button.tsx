import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { isMac } from '../../ui/is-mac.ts';
import { shortcutLabel } from '../../ui/shortcut.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';

const attachShortcut = { key: 'a', command: true, shift: true } as const;

type AttachButtonProps = {
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

/** Opens the system's dialog. The page gets what is in the files, and never where they are. */
export function AttachButton({ isDisabled, onFiles }: AttachButtonProps) {
  const { t } = useTranslation('attachments');
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  useShortcut(attachShortcut, choose, { inTextFields: true, isDisabled });
  return (
    <>
      <IconButton
        icon="attachment"
        size="sm"
        label={t('attach')}
        shortcut={shortcutLabel(attachShortcut, isMac())}
        isDisabled={isDisabled}
        onPress={choose}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attach')}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
