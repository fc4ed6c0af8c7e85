import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './action-menu.module.css';
import { Icon } from './icons/icon.tsx';

type ActionMenuProps<T extends string> = {
  /** The button that opens it. */
  readonly children: ReactNode;
  /** Names the menu, and stands above its items where `isTitled`. */
  readonly label: string;
  readonly isTitled?: boolean;
  readonly items: readonly {
    readonly id: T;
    readonly label: string;
    /** Set apart at the end of its line, such as a time or a count. */
    readonly more?: string | undefined;
  }[];
  /** Marked as chosen; left out where the items are things to do. */
  readonly chosen?: T | null;
  readonly onChoose: (id: T) => void;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly placement?: 'bottom start' | 'bottom end';
};

/** A list of things to do or to choose from, out of the way until its button is pressed. */
export function ActionMenu<T extends string>(props: ActionMenuProps<T>) {
  const { children, label, isTitled = false, items, chosen, onChoose, placement } = props;
  const { isOpen, onOpenChange } = props;
  return (
    <MenuTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {children}
      <Popover className={styles.popover ?? ''} placement={placement ?? 'bottom end'} offset={4}>
        {isTitled && (
          <div className={styles.title} aria-hidden="true">
            {label}
          </div>
        )}
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          onAction={(key) => {
            const item = items.find(({ id }) => id === key);
            if (item !== undefined) onChoose(item.id);
          }}
        >
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={styles.item ?? ''}
            >
              {chosen !== undefined && (
                <span className={styles.check}>
                  {item.id === chosen && <Icon name="check" size={14} />}
                </span>
              )}
              <span className={styles.words}>{item.label}</span>
              {item.more !== undefined && <span className={styles.more}>{item.more}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
