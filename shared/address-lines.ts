import type { PostalAddress } from './model/member.ts';

/**
 * An address as its country writes it, without the country's name: from the largest part to the
 * smallest in Japan, from the smallest to the largest elsewhere.
 */
export function addressLines(address: PostalAddress): readonly string[] {
  const { country, postalCode, region, city, street, building } = address;
  const lines =
    country === 'JP'
      ? [postalCode && `〒${postalCode}`, region + city + street, building]
      : [building, street, city, [region, postalCode].filter((part) => part !== '').join(' ')];
  return lines.filter((line) => line !== '');
}
