import type { LetterLanguage } from './letter.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * Letters speak of days near the newsroom's start, whenever that is: `{day-3}` becomes the day
 * three days before it ("20 November", 11月20日), `{month+1}` the month after it.
 */
export function fillDates(text: string, language: LetterLanguage, startedAt: number): string {
  return text
    .replace(/\{day([+-]\d+)\}/g, (_mark, days: string) => {
      const date = new Date(startedAt + Number(days) * 86_400_000);
      return language === 'ja'
        ? `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
        : `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
    })
    .replace(/\{month([+-]\d+)\}/g, (_mark, count: string) => {
      const month = (new Date(startedAt).getUTCMonth() + Number(count) + 24) % 12;
      return language === 'ja' ? `${month + 1}月` : `${months[month]}`;
    });
}
