import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterCheck } from '../../shared/model/letter-check.ts';
import { sameAddress } from '../../shared/model/participant.ts';
import { CheckBox } from '../ui/check-box.tsx';
import styles from './recipients.module.css';

type CopiedPeopleProps = {
  readonly people: LetterCheck['copied'];
  readonly cc: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (cc: readonly string[]) => void;
};

/** Whom the reader wrote to as well, each with a box that is not ticked by itself, and who they are. */
export function CopiedPeople({ people, cc, isDisabled, onChange }: CopiedPeopleProps) {
  const { t } = useTranslation('policy');
  const label = useId();
  return (
    <>
      <dt />
      <dd className={styles.copied}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out as part of a line */}
        <div role="group" aria-labelledby={label}>
          <p id={label}>
            {t('field.copied')} <span className={styles.quiet}>{t('field.copiedText')}</span>
          </p>
          {people.map(({ name, address, standing }) => {
            const isTicked = cc.some((one) => sameAddress(one, address));
            const others = cc.filter((one) => !sameAddress(one, address));
            return (
              <CheckBox
                key={address}
                isSelected={isTicked}
                isDisabled={isDisabled}
                onChange={(isChosen) => onChange(isChosen ? [...others, address] : others)}
              >
                <bdi>{name === '' ? address : `${name} <${address}>`}</bdi>{' '}
                <span className={styles.quiet}>{t(`field.standing.${standing}`)}</span>
              </CheckBox>
            );
          })}
        </div>
      </dd>
    </>
  );
}
