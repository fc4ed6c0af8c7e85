import { escapeHtml } from '../../../../shared/escape-html.ts';
import { entryGroup } from './entry-words.ts';
import { type FieldLine, fieldLines } from './field-lines.ts';
import type { HeldChange, HeldData, HeldMail } from './held-data.ts';
import { paperStyle } from './paper-style.ts';
import { fill, type PaperWords, paperWords } from './paper-words.ts';
import type { CopyHead } from './to-json.ts';

/** The copy for people, as HTML that is complete in itself: nothing in it is loaded or run. */
export function toPaper(held: HeldData, { language, by, preparedAt }: CopyHead): string {
  const words = paperWords[language];
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const at = (time: number) => format.format(time);
  const title = fill(words.title, { by });
  const names = (fields: readonly string[]) =>
    fields.map((field) => nameOf(field, words)).join(words.and);
  const section = (key: keyof PaperWords['section'], parts: readonly string[]) =>
    `<section><h2>${escapeHtml(words.section[key])}</h2>${
      parts.length === 0 ? `<p class="quiet">${escapeHtml(words.none)}</p>` : parts.join('')
    }</section>`;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(title)}</title><style>${paperStyle}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(fill(words.lead, { by }))}</p>`,
    `<p class="quiet">${escapeHtml(`${words.prepared}: ${at(preparedAt)}`)}</p>`,
    section(
      'records',
      held.records.map(({ number, mergedInto, addedAt, changedAt, record }) =>
        part(fill(words.record, { number }), [
          ...(mergedInto === null
            ? []
            : [{ name: '', lines: [fill(words.mergedInto, { number: mergedInto })] }]),
          ...fieldLines(record, words),
          { name: words.addedAt, lines: [at(addedAt)] },
          { name: words.changedAt, lines: [at(changedAt)] },
        ]),
      ),
    ),
    held.hold === null
      ? ''
      : section('hold', [
          part(at(held.hold.at), [
            { name: words.by, lines: [held.hold.by] },
            { name: words.why, lines: [held.hold.reason] },
          ]),
        ]),
    section(
      'changes',
      held.changes.map((change) =>
        part(`${at(change.at)} · ${words.change[change.kind]}`, [
          { name: words.by, lines: [change.by] },
          { name: words.why, lines: [change.reason] },
          ...valuesOf(change, words, names),
        ]),
      ),
    ),
    section(
      'reviews',
      held.reviews.map((review) =>
        part(`${at(review.at)} · ${words.value[review.decision]}`, [
          { name: words.by, lines: [review.by] },
          { name: words.asked, lines: [names(review.fields)] },
          {
            name: words.what,
            lines: [
              review.isTakenBack && words.takenBack,
              review.isAnswered && words.answered,
            ].filter((line) => line !== false),
          },
        ]),
      ),
    ),
    section(
      'mails',
      held.mails.map((mail) => mailPart(mail, at(mail.at), words)),
    ),
    section(
      'disclosures',
      held.disclosures.map((one) =>
        part(`${at(one.at)} · ${one.company}`, [
          { name: words.address, lines: [one.address] },
          { name: words.purpose, lines: [one.purpose] },
          { name: words.legalBasis, lines: [one.legalBasis] },
          { name: words.given, lines: [names(one.fields)] },
          { name: words.consent, lines: [`${one.consentVersion} ${one.consentDate}`.trim()] },
        ]),
      ),
    ),
    section(
      'requests',
      held.requests.map((one) =>
        part(`${words.request[one.kind]} · ${words.request[one.state]}`, [
          { name: words.received, lines: [one.receivedOn] },
          { name: words.deadline, lines: [one.deadlineOn] },
          { name: words.why, lines: [one.reason] },
        ]),
      ),
    ),
    section('entries', [
      table(
        [words.at, words.by, words.what, words.fields, words.why],
        held.entries.map(({ at: time, by: who, kind, fields, reason }) => [
          ...[at(time), who, words.entry[entryGroup(kind)], names(fields), reason],
        ]),
      ),
    ]),
    '</body></html>',
  ].join('');
}

function nameOf(field: string, words: PaperWords): string {
  return field in words.field ? words.field[field as keyof typeof words.field] : field;
}

function valuesOf(
  { kind, fields, before, after }: HeldChange,
  words: PaperWords,
  names: (fields: readonly string[]) => string,
): readonly FieldLine[] {
  if (after === null) return [{ name: words.fields, lines: [names(fields), words.withheld] }];
  if (kind === 'added') return fieldLines(after, words);
  const shown = (name: string, some: typeof after | null) => ({
    name,
    lines: fieldLines(some ?? {}, words).map(
      (line) => `${line.name}: ${line.lines.join(words.and)}`,
    ),
  });
  return [shown(words.before, before), shown(words.after, after)];
}

function mailPart({ from, subject, text, attachments }: HeldMail, at: string, words: PaperWords) {
  const head = part(`${at} · ${words.writer[from]}`, [
    { name: '', lines: [subject] },
    { name: words.files, lines: attachments },
  ]);
  return `${head}<pre>${escapeHtml(text.trim())}</pre>`;
}

function part(title: string, lines: readonly FieldLine[]): string {
  const rows = lines
    .filter((line) => line.lines.some((words) => words !== ''))
    .map(
      (line) =>
        `<dt>${escapeHtml(line.name)}</dt><dd>${line.lines.map(escapeHtml).join('<br>')}</dd>`,
    );
  return `<h3>${escapeHtml(title)}</h3><dl>${rows.join('')}</dl>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${cells('th', heads)}</thead><tbody>${rows
    .map((row) => cells('td', row))
    .join('')}</tbody></table>`;
}
