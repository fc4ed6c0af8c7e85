import { decodePunycode } from '../../../shared/decode-punycode.ts';

/** Letters of other scripts, and figures, that are read as these (UTS 39's table, the common ones). */
const readAs: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  һ: 'h',
  к: 'k',
  м: 'm',
  н: 'h',
  т: 't',
  в: 'b',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  ι: 'i',
  κ: 'k',
  ı: 'i',
  ł: 'l',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
};

/**
 * The domain of the company's that another passes for; null when it passes for none. Both written as
 * `toDomain` does, and not equal. It only words a refusal: what is not listed is refused anyway.
 */
export function passesFor(domain: string, companyDomains: readonly string[]): string | null {
  const shape = shapeOf(domain);
  return (
    companyDomains.find((company) => {
      const own = shapeOf(company);
      return (
        shape === own ||
        isOneSlip(shape, own) ||
        isDressedUp(domain, company) ||
        isSwapped(domain, company)
      );
    }) ?? null
  );
}

/** How a domain looks at a glance. */
function shapeOf(domain: string): string {
  const shown = domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
  return [...shown.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    .map((sign) => readAs[sign] ?? sign)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

/** `minato.example.mail.test`, `minato-example.test`: all of the name, and more around it. */
function isDressedUp(domain: string, company: string): boolean {
  if (domain.endsWith(`.${company}`)) return false;
  const names = [company, company.replaceAll('.', '-')];
  return names.some((name) =>
    new RegExp(`(?:^|[.-])${name.replaceAll('.', '\\.')}(?:[.-]|$)`).test(domain),
  );
}

/** The same name under another ending: `minato.test` for `minato.example`. */
function isSwapped(domain: string, company: string): boolean {
  const [name = ''] = company.split('.');
  return (
    name.length >= 4 &&
    domain.split('.')[0] === name &&
    domain.split('.').length === company.split('.').length
  );
}

/** One letter more, less, other, or two of them the wrong way round. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] &&
      one[start + 1] === other[start] &&
      rest(one, 2) === rest(other, 2))
  );
}
