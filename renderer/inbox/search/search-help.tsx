import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './search-line.module.css';

const ways = [
  ...(['words', 'phrase', 'not', 'or', 'from', 'to', 'subject'] as const),
  ...(['file', 'name', 'date', 'before', 'is', 'in', 'tag', 'kana'] as const),
];

/** What can be written into a search, each with an example. */
export function SearchHelp() {
  const { t } = useTranslation('search');
  return (
    <DialogTrigger>
      <IconButton icon="help" size="sm" label={t('help')} />
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={t('help')}>
          <dl className={styles.ways}>
            {ways.map((way) => (
              <div key={way} className={styles.way}>
                <dt>{t(`ways.${way}.example`)}</dt>
                <dd>{t(`ways.${way}.meaning`)}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
