import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useSecondsLeft } from '../ui/use-seconds-left.ts';

/** When a letter leaves, or is tried again; null when neither happens by itself. */
export function useLeavingWords({ waitsFor, retryAt, zone, state }: OutboxItem): string | null {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const seconds = useSecondsLeft(waitsFor === 'undo' ? retryAt : null);
  if (retryAt === null) return null;
  if (waitsFor === 'undo') return t('leavesIn', { seconds });
  if (zone !== null)
    return t('leavesAt', { time: format.moment(retryAt, zone), zone: format.zone(retryAt, zone) });
  return state === 'queued' ? t('retryAt', { time: format.time(retryAt) }) : null;
}
