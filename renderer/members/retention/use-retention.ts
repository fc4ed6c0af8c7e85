import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { RetentionRule, RetentionStatus } from '../../../shared/model/retention.ts';
import { call } from '../../api.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useToast } from '../../ui/toast.tsx';
import { useCall } from '../../use-call.ts';
import { useEvent } from '../../use-event.ts';

const place = { sectionId: 'members' } as const;
const day = 24 * 60 * 60 * 1000;

/** The rules as they are, and what an administrator does with them; each can be undone before it takes effect. */
export function useRetention() {
  const { t } = useTranslation('retention');
  const format = useFormat();
  const toast = useToast();
  const { value, error, reload } = useCall('retention.read', place);
  const [live, setLive] = useState<RetentionStatus | null>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  useEvent('retention.changed', (status) => {
    setLive(status);
    if (!status.isRunning) reload();
  });

  function settle<T>(result: Result<T>): T | null {
    setRefusal(result.ok ? null : result.error);
    reload();
    return result.ok ? result.value : null;
  }

  async function turn(rule: RetentionRule, isOn: boolean, isUndo = false) {
    const input = { ...place, ruleId: rule.id, isOn };
    const turned = settle(await call('retention.switchRule', input));
    if (turned === null || isUndo) return;
    const text =
      turned.onSince === null
        ? t('turnedOff')
        : t('turnedOn', { date: format.shortDateTime(turned.onSince + day) });
    const onPress = () => void turn(turned, !isOn, true);
    toast({ text, action: { label: t('undo'), onPress } });
  }

  async function remove(rule: RetentionRule) {
    const result = await call('retention.removeRule', { ...place, ruleId: rule.id });
    settle(result);
    if (!result.ok) return;
    const { id: _, onSince: __, ...terms } = rule;
    // It comes back off, and with a number of its own.
    const onPress = () => void save({ ruleId: null, terms });
    toast({ text: t('removed'), action: { label: t('undo'), onPress } });
  }

  async function save(input: Omit<CallInput<'retention.saveRule'>, 'sectionId'>) {
    const result = await call('retention.saveRule', { ...place, ...input });
    settle(result);
    if (result.ok) toast({ text: t('saved') });
    return result.ok;
  }

  return {
    rules: value?.rules ?? null,
    status: live?.isRunning === true ? live : (value?.status ?? null),
    nextAt: value?.nextAt ?? null,
    error: refusal ?? error,
    turn,
    remove,
    save,
    run: async () => settle(await call('retention.run', place)),
    cancel: async () => settle(await call('retention.cancel', place)),
  };
}
