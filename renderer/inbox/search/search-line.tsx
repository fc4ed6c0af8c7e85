import { useTranslation } from 'react-i18next';
import type { SearchOrder } from '../../../shared/model/conversation.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { SearchProblem } from '../../../shared/search/search-term.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons/icon.tsx';
import { KeepSearch } from './keep-search.tsx';
import { SearchHelp } from './search-help.tsx';
import styles from './search-line.module.css';

type SearchLineProps = {
  readonly sectionId: SectionId;
  readonly typed: string;
  /** Null while the answer is on its way. */
  readonly total: number | null;
  readonly isCut: boolean;
  readonly problem: SearchProblem | null;
  readonly order: SearchOrder;
  readonly onOrder: (order: SearchOrder) => void;
  /** Katakana and hiragana are taken for one another. */
  readonly isKanaAlike: boolean;
  readonly onToggleKana: () => void;
};

const kana = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;

const orders = ['newest', 'relevance'] as const;

/** What a search found and in which order, or what is not understood of it. */
export function SearchLine({
  sectionId,
  typed,
  total,
  isCut,
  problem,
  order,
  onOrder,
  isKanaAlike,
  onToggleKana,
}: SearchLineProps) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const found =
    total === null
      ? ''
      : isCut
        ? t('cut', { total: format.number(total) })
        : t('found', { count: total });
  return (
    <div className={styles.line}>
      {problem === null ? (
        <span className={styles.found} role="status">
          {found}
        </span>
      ) : (
        <span className={styles.problem} role="status">
          {t(`problem.${problem.kind}`, { word: 'word' in problem ? problem.word : '' })}
        </span>
      )}
      {kana.test(typed) && (
        <Button
          size="sm"
          variant={isKanaAlike ? 'secondary' : 'quiet'}
          aria-pressed={isKanaAlike}
          aria-label={t('kana')}
          onPress={onToggleKana}
        >
          {t('kanaShort')}
        </Button>
      )}
      <ActionMenu
        label={t('order')}
        chosen={order}
        items={orders.map((id) => ({ id, label: t(id) }))}
        onChoose={onOrder}
      >
        <Button size="sm" variant="quiet">
          {t(order)}
          <Icon name="chevron-down" size={12} />
        </Button>
      </ActionMenu>
      {problem === null && typed !== '' && (
        <KeepSearch sectionId={sectionId} query={typed} order={order} />
      )}
      <SearchHelp />
    </div>
  );
}
