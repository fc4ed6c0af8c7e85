import { domainOf } from '../../../../shared/domain-name.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import { findAccount } from '../../store/account.ts';
import { findMailOf, type StoredMail } from '../../store/held-mails.ts';
import { findDeflatedSource } from '../../store/messages.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findSectionSettings } from '../../store/section-settings.ts';
import type { Person } from './person.ts';

/** Longer texts are cut, with a mark: a person's copy has to be readable. Characters. */
const longestText = 100_000;

export type ReadMail = StoredMail & { readonly text: string };

/** The person's mail with its texts. What has no text to be read is there with none. */
export async function readMails(
  db: SectionDatabase,
  mime: MimePool,
  { addresses }: Person,
): Promise<readonly ReadMail[]> {
  const mails: ReadMail[] = [];
  for (const mail of addresses.length === 0 ? [] : findMailOf(db, addresses)) {
    const source = findDeflatedSource(db, mail.id);
    const text = source === null ? '' : (await mime.parse(source)).text;
    mails.push({
      ...mail,
      text: text.length > longestText ? `${text.slice(0, longestText)} …` : text,
    });
  }
  return mails;
}

/** Who of this mail is neither the person nor the section: their names go out of the texts. */
export function otherParticipants(
  db: SectionDatabase,
  mails: readonly StoredMail[],
  ownAddresses: readonly string[],
): readonly string[] {
  const section = [findAccount(db)?.senderAddress.toLowerCase() ?? '', ...ownAddresses];
  const { companyDomains } = findSectionSettings(db);
  return mails
    .flatMap(({ from, recipients }) => [from, ...recipients])
    .filter(
      ({ address }) =>
        !section.includes(address.toLowerCase()) && !companyDomains.includes(domainOf(address)),
    )
    .map(({ name }) => name)
    .filter((name) => name !== '');
}
