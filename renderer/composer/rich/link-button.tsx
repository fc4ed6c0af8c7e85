import { toggleMark } from 'prosemirror-commands';
import type { Command, EditorState } from 'prosemirror-state';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './rich-editor.module.css';
import { isLinkTarget, letterSchema } from './schema.ts';

type LinkButtonProps = {
  readonly state: EditorState;
  readonly isDisabled: boolean;
  readonly onCommand: (command: Command) => void;
};

const { link } = letterSchema.marks;

/** Asks where the selected words are to lead; without any, the address stands for itself. */
export function LinkButton({ state, isDisabled, onCommand }: LinkButtonProps) {
  const { t } = useTranslation('composer');
  const [isOpen, setOpen] = useState(false);
  const [target, setTarget] = useState('');
  const { from, to, empty } = state.selection;
  const isLinked = !empty && state.doc.rangeHasMark(from, to, link);
  const href = target.includes(':') ? target.trim() : `https://${target.trim()}`;

  function apply() {
    setOpen(false);
    setTarget('');
    onCommand((current, dispatch) => {
      if (!empty) return toggleMark(link, { href })(current, dispatch);
      dispatch?.(
        current.tr.replaceSelectionWith(letterSchema.text(href, [link.create({ href })]), false),
      );
      return true;
    });
  }

  if (isLinked)
    return (
      <IconButton
        icon="link"
        label={t('format.unlink')}
        isDisabled={isDisabled}
        onPress={() => onCommand(toggleMark(link))}
      />
    );
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <IconButton icon="link" label={t('format.link')} isDisabled={isDisabled} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <Dialog className={styles.linkDialog ?? ''} aria-label={t('format.link')}>
          <TextInput
            label={t('format.target')}
            value={target}
            onChange={setTarget}
            placeholder="https://"
            autoFocus
            onKeyDown={(event) => {
              if (event.key === 'Enter' && isLinkTarget(href)) apply();
            }}
          />
          <Button variant="primary" isDisabled={!isLinkTarget(href)} onPress={apply}>
            {t('format.setLink')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
