import type { AppError } from '../../shared/errors.ts';

/**
 * What a server said in its own words; null when it said nothing. An error without any carries the
 * code of the system or a library instead ("ECONNRESET"), which is a single word.
 */
export function serverWords({ detail = '' }: AppError): string | null {
  const words = detail.trim();
  return /\s/.test(words) ? words : null;
}
