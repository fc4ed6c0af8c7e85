import { useTranslation } from 'react-i18next';
import { memberName } from '../../../shared/model/member-name.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './disclosure.module.css';
import type { Disclosing } from './use-disclosing.ts';

type ChosenMembersProps = {
  readonly disclosing: Disclosing;
  readonly query: string;
  readonly found: number;
};

/** Whose data it is of: the list beside it adds them and takes them out. */
export function ChosenMembers({ disclosing, query, found }: ChosenMembersProps) {
  const { t } = useTranslation(['disclosure', 'members']);
  const { chosen, remove, addFound, clear } = disclosing;
  return (
    <fieldset className={styles.group}>
      <legend>{t('disclosure:chosen.title', { count: chosen.length })}</legend>
      <div className={styles.stack}>
        <p className={styles.quiet}>{t('disclosure:chosen.text')}</p>
        {chosen.length > 0 && (
          <ul className={styles.chosen} aria-label={t('disclosure:chosen.list')}>
            {chosen.map((member) => {
              const name = memberName(member) || t('members:nameless');
              return (
                <li key={member.id}>
                  {name}
                  <IconButton
                    icon="close"
                    size="sm"
                    label={t('disclosure:chosen.remove', { name })}
                    onPress={() => remove(new Set([member.id]))}
                  />
                </li>
              );
            })}
          </ul>
        )}
        <div className={styles.line}>
          <Button
            size="sm"
            icon="add"
            isDisabled={found === 0}
            onPress={() => void addFound(query)}
          >
            {t(query === '' ? 'disclosure:chosen.all' : 'disclosure:chosen.found', {
              count: found,
            })}
          </Button>
          {chosen.length > 0 && (
            <Button size="sm" onPress={clear}>
              {t('disclosure:chosen.clear')}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  );
}
