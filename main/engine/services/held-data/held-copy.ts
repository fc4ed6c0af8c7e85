import { createHash } from 'node:crypto';
import { memberName } from '../../../../shared/model/member-name.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import { dayOf } from '../../policy/day.ts';
import { fill, paperWords } from '../../policy/held-data/paper-words.ts';
import { toJson } from '../../policy/held-data/to-json.ts';
import { toPaper } from '../../policy/held-data/to-paper.ts';
import { verifiedAddresses } from '../../policy/held-data/verified-address.ts';
import { findAccount } from '../../store/account.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { gatherHeldData } from './held-data.ts';
import { type Person, sharedAddresses } from './person.ts';

export type HeldCopy = {
  readonly html: string;
  readonly json: string;
  readonly digest: string;
  readonly letter: { readonly subject: string; readonly text: string };
  /** Names of the PDF and of the JSON. */
  readonly files: { readonly pdf: string; readonly json: string };
  /** Where it may go. */
  readonly verified: readonly string[];
};

/** What a person gets, in their language, with the letter that it goes with. */
export async function makeCopy(
  db: SectionDatabase,
  mime: MimePool,
  person: Person,
  { words, now }: { readonly words: readonly string[]; readonly now: number },
): Promise<HeldCopy> {
  const held = await gatherHeldData(db, mime, person, words);
  const { record } = person.main;
  const { language } = record;
  const account = findAccount(db);
  const by = account?.senderName || account?.senderAddress || 'Fumibako';
  const head = { language, by, preparedAt: now };
  const paper = paperWords[language];
  const letter = {
    subject: paper.subject,
    text: fill(paper.letter, { name: memberName(record), by }),
  };
  const name = `${paper.file}-${dayOf(now)}`;
  // That somebody looked at it, or sent a letter off, makes it no other: the rest tells it apart.
  const { entries: _, ...told } = held;
  const digest = createHash('sha256')
    .update(JSON.stringify([told, letter, language]))
    .digest('hex');
  return {
    html: toPaper(held, head),
    json: toJson(held, head),
    digest,
    letter,
    files: { pdf: `${name}.pdf`, json: `${name}.json` },
    verified: verifiedAddresses(record, sharedAddresses(db, person.ids, record.emails)),
  };
}
