import type { HeldData } from './held-data.ts';
import { fill, paperWords } from './paper-words.ts';

/** How a copy is headed. */
export type CopyHead = {
  readonly language: 'en' | 'ja';
  /** The section, as its mail names it. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly preparedAt: number;
};

/** Another number when a key goes or comes to mean something else; a new key is no other format. */
const format = 'fumibako-held-data/1';

/**
 * The copy for programs. Its keys are those of `HeldData` (held-data.ts) in every language; `guide`
 * says in the person's language what each list is. Times are RFC 3339 in UTC, days as they are.
 */
export function toJson(held: HeldData, { language, by, preparedAt }: CopyHead): string {
  const words = paperWords[language];
  const copy = {
    format,
    language,
    heldBy: by,
    preparedAt: isoTime(preparedAt),
    about: fill(words.lead, { by }),
    guide: { ...words.section, ...words.field },
    records: held.records.map(({ record, addedAt, changedAt, ...rest }) => ({
      ...rest,
      ...{ addedAt: isoTime(addedAt), changedAt: isoTime(changedAt) },
      ...record,
    })),
    changes: held.changes.map(timed),
    hold: held.hold === null ? null : timed(held.hold),
    reviews: held.reviews.map(timed),
    mails: held.mails.map(timed),
    disclosures: held.disclosures.map(timed),
    requests: held.requests,
    entries: held.entries.map(timed),
  };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

function timed<T extends { readonly at: number }>(one: T): Omit<T, 'at'> & { readonly at: string } {
  return { ...one, at: isoTime(one.at) };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
