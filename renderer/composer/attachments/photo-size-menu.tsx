import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DraftAttachment, PhotoSize } from '../../../shared/model/draft-attachment.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Icon } from '../../ui/icons/icon.tsx';
import styles from './attachments.module.css';
import type { DraftAttachments } from './use-draft-attachments.ts';
import { usePhotoSizes } from './use-photo-sizes.ts';

type PhotoSizeMenuProps = {
  readonly attachment: DraftAttachment;
  readonly files: DraftAttachments;
  readonly isDisabled: boolean;
};

/** How large a photo is sent, and how many bytes that makes. */
export function PhotoSizeMenu({ attachment, files, isDisabled }: PhotoSizeMenuProps) {
  const { t } = useTranslation('attachments');
  const format = useFormat();
  const { sizes, work } = usePhotoSizes(files.sectionId, attachment);
  const { photoSize, name, hasOriginal } = attachment;
  const choices: readonly PhotoSize[] = hasOriginal ? ['original', 'large', 'medium'] : [photoSize];
  const choose = (chosen: Selection) => {
    const size = choices.find((choice) => chosen !== 'all' && chosen.has(choice));
    if (size !== undefined) void files.resize(attachment, size);
  };
  const shown = t(`size.${photoSize}`);
  const bytes = format.size(attachment.size);
  return (
    <MenuTrigger onOpenChange={(isOpen) => isOpen && hasOriginal && work()}>
      <AriaButton
        className={styles.sizes ?? ''}
        isDisabled={isDisabled}
        aria-label={t('size.choose', { name, size: `${shown} ${bytes}` })}
      >
        {shown} <span className={styles.bytes}>{bytes}</span>
        <Icon name="chevron-down" size={12} />
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="top end" offset={4}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={t('size.label')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[photoSize]}
          onSelectionChange={choose}
        >
          {choices.map((choice) => {
            const wouldBe = choice === photoSize ? attachment.size : sizes.get(choice);
            return (
              <MenuItem
                key={choice}
                id={choice}
                textValue={t(`size.${choice}`)}
                className={styles.item ?? ''}
              >
                <span className={styles.check}>
                  {choice === photoSize && <Icon name="check" size={14} />}
                </span>
                {t(`size.${choice}`)}
                <span className={styles.bytes}>
                  {wouldBe === undefined ? '…' : format.size(wouldBe)}
                </span>
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
