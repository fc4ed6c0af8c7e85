import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IdentityMethod, type MemberRequest } from '../../../shared/model/member-request.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import styles from './requests.module.css';
import { useRequestStep } from './use-request-step.ts';
import { useRequestWords } from './use-request-words.ts';

type IdentityPartProps = {
  readonly request: MemberRequest;
  readonly onChanged: () => void;
};

/** How it is known who asks, which must be on record before anything is done. */
export function IdentityPart({ request, onChanged }: IdentityPartProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const { signedOf } = useRequestWords();
  const { isPending, error, take } = useRequestStep(onChanged);
  const [method, setMethod] = useState<IdentityMethod>('document');
  const { id: requestId, identity, state } = request;
  const isOpen = state === 'open';
  const identify = (how: IdentityMethod | null) =>
    void take('request.identify', { sectionId: 'members', requestId, method: how });
  if (!isOpen && identity === null) return null;
  return (
    <section className={styles.part} aria-label={t('identity.title')}>
      <h3 className={styles.partTitle}>{t('identity.title')}</h3>
      {identity !== null && (
        <p>
          {t(`method.${identity.method}`)}
          <span className={styles.quiet}> · {signedOf(identity)}</span>
        </p>
      )}
      {isOpen && identity === null && (
        <div className={styles.line}>
          <SelectInput
            label={t('identity.method')}
            value={method}
            options={IdentityMethod.options.map((one) => ({
              value: one,
              label: t(`method.${one}`),
            }))}
            onChange={setMethod}
          />
          <Button variant="primary" isPending={isPending} onPress={() => identify(method)}>
            {t('identity.record')}
          </Button>
        </div>
      )}
      {isOpen && identity !== null && (
        <div>
          <Button size="sm" isPending={isPending} onPress={() => identify(null)}>
            {t('identity.takeBack')}
          </Button>
        </div>
      )}
      {error !== null && <ErrorNotice error={errorWords(error)} />}
    </section>
  );
}
