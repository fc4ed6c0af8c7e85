import { useTranslation } from 'react-i18next';
import { DisclosableField } from '../../../shared/model/disclosable-field.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import styles from './disclosure.module.css';

type FieldBoxesProps = {
  readonly legend: string;
  /** Those that can be chosen. */
  readonly options: readonly DisclosableField[];
  readonly chosen: readonly DisclosableField[];
  readonly fault?: string | null;
  readonly onChange: (chosen: DisclosableField[]) => void;
};

/** A box for each field, in the order of the columns. */
export function FieldBoxes({ legend, options, chosen, fault = null, onChange }: FieldBoxesProps) {
  const { t } = useTranslation('members');
  const has = (field: DisclosableField, isIn: boolean) =>
    DisclosableField.options.filter((one) => (one === field ? isIn : chosen.includes(one)));
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      <div className={styles.fields}>
        {DisclosableField.options
          .filter((field) => options.includes(field))
          .map((field) => (
            <CheckBox
              key={field}
              isSelected={chosen.includes(field)}
              onChange={(isIn) => onChange(has(field, isIn))}
            >
              {t(`field.${field}`)}
            </CheckBox>
          ))}
      </div>
      {fault !== null && <p className={styles.fault}>{fault}</p>}
    </fieldset>
  );
}
