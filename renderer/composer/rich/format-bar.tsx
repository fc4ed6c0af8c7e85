import { lift, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { ToggleButton, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Hint } from '../../ui/hint.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import type { IconName } from '../../ui/icons/paths.ts';
import { isMac } from '../../ui/is-mac.ts';
import { shortcutLabel } from '../../ui/shortcut.ts';
import { LinkButton } from './link-button.tsx';
import styles from './rich-editor.module.css';
import { letterSchema } from './schema.ts';

type FormatBarProps = {
  readonly state: EditorState;
  readonly isDisabled: boolean;
  readonly onCommand: (command: Command) => void;
};

const { nodes, marks } = letterSchema;

/** The forms that a letter may have, each pressed where the caret stands in it. */
export function FormatBar({ state, isDisabled, onCommand }: FormatBarProps) {
  const { t } = useTranslation('composer');
  const markTool = (icon: IconName, name: 'bold' | 'italic', mark: MarkType, key: string) => (
    <Tool
      icon={icon}
      label={t(`format.${name}`)}
      shortcut={shortcutLabel({ key, command: true }, isMac())}
      isOn={hasMark(state, mark)}
      isDisabled={isDisabled}
      onPress={() => onCommand(toggleMark(mark))}
    />
  );
  const blockTool = (icon: IconName, name: 'bullets' | 'numbers' | 'quote', type: NodeType) => (
    <Tool
      icon={icon}
      label={t(`format.${name}`)}
      isOn={isInside(state, type)}
      isDisabled={isDisabled}
      onPress={() => onCommand(toggleBlock(state, type))}
    />
  );
  return (
    <Toolbar className={styles.bar ?? ''} aria-label={t('format.label')}>
      {markTool('bold', 'bold', marks.strong, 'b')}
      {markTool('italic', 'italic', marks.em, 'i')}
      {blockTool('bullets', 'bullets', nodes.bullet_list)}
      {blockTool('numbers', 'numbers', nodes.ordered_list)}
      {blockTool('quote', 'quote', nodes.blockquote)}
      <LinkButton state={state} isDisabled={isDisabled} onCommand={onCommand} />
    </Toolbar>
  );
}

type ToolProps = {
  readonly icon: IconName;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly isOn: boolean;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
};

function Tool({ icon, label, shortcut, isOn, isDisabled, onPress }: ToolProps) {
  return (
    <Hint text={label} shortcut={shortcut}>
      <ToggleButton
        className={styles.tool ?? ''}
        aria-label={label}
        isSelected={isOn}
        isDisabled={isDisabled}
        onChange={onPress}
      >
        <Icon name={icon} />
      </ToggleButton>
    </Hint>
  );
}

function hasMark({ selection, doc, storedMarks }: EditorState, mark: MarkType): boolean {
  const { from, to, empty, $from } = selection;
  if (empty) return mark.isInSet(storedMarks ?? $from.marks()) !== undefined;
  return doc.rangeHasMark(from, to, mark);
}

function isInside({ selection: { $from } }: EditorState, type: NodeType): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === type) return true;
  }
  return false;
}

function toggleBlock(state: EditorState, type: NodeType): Command {
  if (type === nodes.blockquote) return isInside(state, type) ? lift : wrapIn(type);
  return isInside(state, type) ? liftListItem(nodes.list_item) : wrapInList(type);
}
