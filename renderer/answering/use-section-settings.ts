import { useState } from 'react';
import type { CallInput } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import type { SectionSettings } from '../../shared/model/section-settings.ts';
import { call } from '../api.ts';
import { useCall } from '../use-call.ts';

export type SectionSettingsHandle = {
  /** Null until the engine has answered. */
  readonly settings: SectionSettings | null;
  readonly error: AppError | null;
  readonly change: (change: CallInput<'settings.change'>['change']) => Promise<void>;
};

/** How a section answers, and the way to change it. */
export function useSectionSettings(sectionId: SectionId): SectionSettingsHandle {
  const stored = useCall('settings.get', { sectionId });
  const [changed, setChanged] = useState<SectionSettings | null>(null);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  return {
    settings: changed ?? stored.value,
    error: refusal ?? stored.error,
    async change(change) {
      const result = await call('settings.change', { sectionId, change });
      setRefusal(result.ok ? null : result.error);
      if (result.ok) setChanged(result.value);
    },
  };
}
