import { decodePunycode } from '../../../shared/decode-punycode.ts';
import { toDomain } from '../../../shared/domain-name.ts';
import { type Participant, sameAddress } from '../../../shared/model/participant.ts';
import type { SenderDoubt } from '../../../shared/model/sender-doubt.ts';
import { passesFor } from './look-alike.ts';

type Sender = Readonly<Record<'from' | 'sender' | 'replyTo', readonly Participant[]>>;

const addressInName = /[^\s<>()"',;:@]+[@＠][^\s<>()"',;:@]+\.[^\s<>()"',;:@]+/u;

/**
 * What staff are to know before they take a letter to be from whom it seems to be from. A mailing list or
 * a form that asks for answers elsewhere is no fraud: it is said, and no more.
 */
export function senderDoubts(
  { from, sender, replyTo }: Sender,
  companyDomains: readonly string[],
): SenderDoubt[] {
  const writers = distinct(from);
  const [writer = ''] = writers;
  const doubts: SenderDoubt[] = [];
  for (const { name } of from) {
    const named = addressInName.exec(name.normalize('NFKC'))?.[0];
    if (named !== undefined && !writers.some((address) => sameAddress(address, named)))
      doubts.push({ kind: 'name', named, address: writer });
  }
  if (writers.length > 1) doubts.push({ kind: 'several', addresses: writers });
  const others = (people: readonly Participant[]) =>
    distinct(people).filter((address) => !writers.some((one) => sameAddress(one, address)));
  for (const address of others(sender)) doubts.push({ kind: 'sent-by', address });
  const answers = others(replyTo);
  if (answers.length > 0) doubts.push({ kind: 'answers-to', addresses: answers });
  for (const written of new Set([...writers, ...answers].map(domainPart))) {
    const domain = toDomain(written);
    if (domain === null || companyDomains.includes(domain)) continue;
    const company = passesFor(domain, companyDomains);
    if (company !== null) doubts.push({ kind: 'passes-for', domain, company });
    else if (hasMixedScripts(domain)) doubts.push({ kind: 'scripts', domain });
  }
  return doubts;
}

function distinct(people: readonly Participant[]): string[] {
  const addresses = people.flatMap(({ address }) => (address === '' ? [] : [address]));
  return addresses.filter(
    (address, index) => addresses.findIndex((one) => sameAddress(one, address)) === index,
  );
}

function domainPart(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** UTS 39 5.1: a label is of one script, and Japanese writes in several beside Latin. */
const scripts = [
  /^[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Common}\p{sc=Inherited}]*$/u,
  /^[\p{sc=Latin}\p{sc=Han}\p{sc=Hangul}\p{sc=Common}\p{sc=Inherited}]*$/u,
  /^[\p{sc=Greek}\p{sc=Common}\p{sc=Inherited}]*$/u,
  /^[\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]*$/u,
  /^[\p{sc=Arabic}\p{sc=Common}\p{sc=Inherited}]*$/u,
  /^[\p{sc=Hebrew}\p{sc=Common}\p{sc=Inherited}]*$/u,
  /^[\p{sc=Thai}\p{sc=Common}\p{sc=Inherited}]*$/u,
];

/** Letters that are read as Latin ones in a name of another script: `раураl`. */
const likeLatin = /^[асеорхуіјѕԁɡһкмнтвαονρτικ0-9-]+$/u;

function hasMixedScripts(domain: string): boolean {
  return domain.split('.').some((label) => {
    if (!label.startsWith('xn--')) return false;
    const shown = decodePunycode(label.slice(4)) ?? label;
    return !scripts.some((script) => script.test(shown)) || likeLatin.test(shown);
  });
}
