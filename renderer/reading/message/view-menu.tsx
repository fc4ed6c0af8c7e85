import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './view-menu.module.css';

export type MessageView = 'html' | 'text' | 'source';

type ViewMenuProps = {
  readonly value: MessageView;
  readonly hasHtml: boolean;
  readonly onChange: (view: MessageView) => void;
};

/** How the message is shown; out of the way, because the first choice is nearly always right. */
export function ViewMenu({ value, hasHtml, onChange }: ViewMenuProps) {
  const { t } = useTranslation('reading');
  const views: readonly MessageView[] = hasHtml ? ['html', 'text', 'source'] : ['text', 'source'];
  const choose = (chosen: Selection) => {
    const view = views.find((candidate) => chosen !== 'all' && chosen.has(candidate));
    if (view !== undefined) onChange(view);
  };
  return (
    <MenuTrigger>
      <AriaButton
        className={styles.trigger ?? ''}
        aria-label={t('view.choose', { view: t(`view.${value}`) })}
      >
        {t(`view.${value}`)}
        <Icon name="chevron-down" size={12} />
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={t('view.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onSelectionChange={choose}
        >
          {views.map((view) => (
            <MenuItem
              key={view}
              id={view}
              textValue={t(`view.${view}`)}
              className={styles.item ?? ''}
            >
              <span className={styles.check}>
                {view === value && <Icon name="check" size={14} />}
              </span>
              {t(`view.${view}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
