import { useTranslation } from 'react-i18next';
import type { Disclosure } from '../../../shared/model/disclosure.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import type { CallList } from './call-list.ts';
import { WaitingDisclosure } from './waiting-disclosure.tsx';

type WaitingDisclosuresProps = {
  readonly list: CallList<Disclosure>;
  readonly onNew: () => void;
};

/** Those that wait for somebody else than who asked. */
export function WaitingDisclosures({ list, onNew }: WaitingDisclosuresProps) {
  const { t } = useTranslation('disclosure');
  const errorWords = useErrorWords();
  return (
    <>
      {list.error !== null && <ErrorNotice error={errorWords(list.error)} />}
      {list.value?.length === 0 && (
        <EmptyState
          icon="check"
          title={t('waiting.none')}
          actions={<Button onPress={onNew}>{t('tab.new')}</Button>}
        >
          {t('waiting.noneText')}
        </EmptyState>
      )}
      {list.value?.map((one) => (
        <WaitingDisclosure key={one.id} disclosure={one} onSettled={list.reload} />
      ))}
    </>
  );
}
