import { blankAddress, type PostalAddress } from '../../../shared/model/member.ts';
import { towns } from './name-lists.ts';
import type { Random } from './random.ts';

export function makeAddress(random: Random): PostalAddress {
  const town = random.pick(towns);
  const area = 100 + random.below(60);
  return {
    ...blankAddress,
    postalCode: `${area}-00${String(10 + towns.indexOf(town))}`,
    region: '東京都',
    city: `第${area}区`,
    street: `${town}${1 + random.below(5)}-${1 + random.below(30)}-${1 + random.below(25)}`,
    building: random.chance(0.4) ? `メゾン${town}${101 + random.below(800)}` : '',
  };
}

export function makeMobile(random: Random): string {
  const digits = String(10_000_000 + random.below(89_999_999));
  return `${random.pick(['090', '080'])}-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

export function makeLandline(random: Random): string {
  return `03-${3200 + random.below(700)}-${String(1000 + random.below(8999))}`;
}

export function makeEmail(random: Random): string {
  const domain = random.pick(['mail.example', 'post.example', 'reader.example', 'home.example']);
  return `${random.pick(['sky', 'sea', 'kumo', 'hana', 'neko', 'tori'])}${random.below(9_000_000)}@${domain}`;
}
