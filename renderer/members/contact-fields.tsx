import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { MemberId } from '../../shared/ids.ts';
import { blankAddress, type HiddenField } from '../../shared/model/member.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { AddressInputs } from './address-inputs.tsx';
import { Dots } from './dots.tsx';
import type { FormPart } from './form-part.ts';
import styles from './member-form.module.css';
import { withRevealed } from './member-form-state.ts';
import { useHeldCopies } from './use-held-copies.ts';

/** What a record hides: each field stays hidden, and as it is, until it is looked at here too. */
export function ContactFields(part: FormPart) {
  const { t } = useTranslation('members');
  const { form, change, fault } = part;
  const { addresses, custom } = form.typed;
  return (
    <>
      <Lines {...part} field="phones" description={t('form.phoneText')} />
      <Lines {...part} field="emails" />
      <Part
        {...part}
        field="addresses"
        onAnother={() => change({ addresses: [...addresses, blankAddress] })}
      >
        {addresses.map((address, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the values of a field have no other name
            key={index}
            removeLabel={t('form.remove.addresses', { number: index + 1 })}
            onRemove={() => change({ addresses: addresses.filter((_, at) => at !== index) })}
          >
            <AddressInputs
              label={t('form.nth.addresses', { number: index + 1 })}
              address={address}
              fault={(of) => fault('addresses', of, index)}
              onChange={(changed) => change({ addresses: addresses.with(index, changed) })}
            />
          </Row>
        ))}
      </Part>
      <Part
        {...part}
        field="custom"
        onAnother={() => change({ custom: [...custom, { label: '', text: '' }] })}
      >
        {custom.map((one, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: the values of a field have no other name
            key={index}
            removeLabel={t('form.remove.custom', { number: index + 1 })}
            onRemove={() => change({ custom: custom.filter((_, at) => at !== index) })}
          >
            <div className={styles.pair}>
              <TextInput
                label={t('custom.label')}
                value={one.label}
                onChange={(label) => change({ custom: custom.with(index, { ...one, label }) })}
                error={fault('custom', 'label', index)}
                maxLength={100}
              />
              <TextInput
                label={t('custom.text')}
                value={one.text}
                onChange={(text) => change({ custom: custom.with(index, { ...one, text }) })}
                maxLength={2000}
              />
            </div>
          </Row>
        ))}
      </Part>
    </>
  );
}

type LinesProps = FormPart & {
  readonly field: 'phones' | 'emails';
  readonly description?: string;
};

function Lines({ field, description, ...part }: LinesProps) {
  const { t } = useTranslation('members');
  const { form, change, fault } = part;
  const values = form.typed[field];
  return (
    <Part {...part} field={field} onAnother={() => change({ [field]: [...values, ''] })}>
      {values.map((value, index) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: the values of a field have no other name
          key={index}
          removeLabel={t(`form.remove.${field}`, { number: index + 1 })}
          onRemove={() => change({ [field]: values.filter((_, at) => at !== index) })}
        >
          <TextInput
            label={t(`form.nth.${field}`, { number: index + 1 })}
            isLabelHidden
            {...(index === 0 && description !== undefined ? { description } : {})}
            type={field === 'phones' ? 'tel' : 'text'}
            value={value}
            onChange={(typed) => change({ [field]: values.with(index, typed) })}
            error={fault(field, undefined, index)}
            maxLength={field === 'phones' ? 50 : 320}
          />
        </Row>
      ))}
    </Part>
  );
}

type PartProps = FormPart & {
  readonly field: HiddenField;
  readonly onAnother: () => void;
  readonly children: ReactNode;
};

function Part({ form, onForm, field, onAnother, children }: PartProps) {
  const { t } = useTranslation('members');
  const errorWords = useErrorWords();
  const [error, setError] = useState<AppError | null>(null);
  const { memberId } = form;
  const count = form.stillHidden[field];

  async function reveal(id: MemberId) {
    const place = { sectionId: 'members', memberId: id, asOf: null, field } as const;
    const result = await call('member.reveal', place);
    setError(result.ok ? null : result.error);
    if (result.ok) onForm(withRevealed(form, field, result.value));
  }

  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t(`field.${field}`)}</legend>
      {memberId !== null && count !== undefined ? (
        <Dots
          label={t('reveal.show', { field: t(`field.${field}`), count })}
          lines={count}
          onPress={() => void reveal(memberId)}
        />
      ) : (
        <>
          <Guarded memberId={memberId} field={field}>
            {children}
          </Guarded>
          <Button size="sm" icon="add" onPress={onAnother}>
            {t(`form.another.${field}`)}
          </Button>
        </>
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
    </fieldset>
  );
}

type GuardedProps = {
  readonly memberId: MemberId | null;
  readonly field: HiddenField;
  readonly children: ReactNode;
};

/** What is copied out of a kept record is on record; what somebody has just typed is their own. */
function Guarded({ memberId, field, children }: GuardedProps) {
  const held = useHeldCopies(memberId, field);
  return (
    <div className={styles.rows} {...held}>
      {children}
    </div>
  );
}

type RowProps = {
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
};

function Row({ removeLabel, onRemove, children }: RowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.inputs}>{children}</div>
      <IconButton icon="close" size="sm" label={removeLabel} onPress={onRemove} />
    </div>
  );
}
