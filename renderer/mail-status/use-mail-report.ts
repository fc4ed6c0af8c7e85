import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { MailReport, StoreCheck } from '../../shared/model/mail-report.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

/** What no event tells of, such as the bytes over the line, is asked for so often, in ms. */
const askEvery = 5000;

type MailReportHandle = {
  /** Null until the engine has answered. */
  readonly report: MailReport | null;
  readonly error: AppError | null;
  readonly reload: () => void;
};

/** How a section's mail stands, for as long as it is on screen. */
export function useMailReport(sectionId: SectionId): MailReportHandle {
  const { value, error, reload } = useCall('mail.report', { sectionId });
  const [heard, setHeard] = useState<StoreCheck | null>(null);
  useEvent('mail.checkChanged', (changed) => {
    if (changed.sectionId === sectionId) setHeard(changed.check);
  });
  useEvent('sync.changed', (status) => {
    if (status.sectionId === sectionId) reload();
  });
  useEvent('section.changed', (changed) => {
    if (changed.sectionId === sectionId) reload();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `reload` asks for the same
  useEffect(() => {
    const timer = setInterval(reload, askEvery);
    return () => clearInterval(timer);
  }, []);
  return {
    report: value === null ? null : { ...value, check: heard ?? value.check },
    error,
    reload,
  };
}
