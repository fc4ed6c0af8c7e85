import type { AppError } from '../../../../shared/errors.ts';
import { isLockedOut, toConnectionError } from '../../mail/connection-error.ts';
import { toStoreError } from '../../store/store-error.ts';

/** What ended a sync, in words for staff: the store's failure or the connection's. */
export function toSyncError(error: unknown): AppError {
  return toStoreError(error) ?? toConnectionError(error);
}

/**
 * Trying again by itself would not help, and with a wrong password could lock the account out:
 * staff must change something first.
 */
export function needsStaff(error: AppError): boolean {
  if (isLockedOut(error)) return true;
  switch (error.code) {
    case 'certificate-untrusted':
    case 'certificate-expired':
    case 'certificate-wrong-host':
    case 'certificate-changed':
    case 'starttls-missing':
    case 'permission-denied':
      return true;
    default:
      return false;
  }
}
