import { createElement } from 'react';
import { expect, it } from 'vitest';
import { XrayLine } from '../../../renderer/composer/xray-line.tsx';
import type { LetterDisclosure } from '../../../shared/model/letter-check.ts';
import { renderMarkup } from '../../support/render-markup.ts';

const disclosure: LetterDisclosure = {
  recipients: [{ role: 'to', name: 'Hana Sato', address: 'hana@example.com', standing: 'reader' }],
  quotes: { reader: true, others: false },
  contacts: [],
  attachments: [{ name: 'harbour.jpg', size: 120_000, privacy: 'cleaned' }],
  isHtml: false,
};

/** The one line, before it unfolds. */
function lineOf(change: Partial<LetterDisclosure>, locale: 'en' | 'ja' = 'en'): string {
  const markup = renderMarkup(
    createElement(XrayLine, { disclosure: { ...disclosure, ...change } }),
    locale,
  );
  return (/<summary[^>]*>.*?<span>(.*?)<\/span>/.exec(markup)?.[1] ?? '').replaceAll('&#x27;', "'");
}

it('says in one line what a letter discloses, in both languages', () => {
  expect(lineOf({})).toBe(
    'To Hana Sato only; quotes the reader’s own words; 1 photo without its location',
  );
  expect(lineOf({}, 'ja')).toBe(
    'Hana Sato さんだけに送信、読者本人の文章を引用、位置情報を除いた写真1枚',
  );
});

it('counts copies, other people’s contacts and files that have no location', () => {
  const copy = {
    role: 'bcc' as const,
    name: '',
    address: 'desk@minato.example',
    standing: 'staff' as const,
  };
  expect(
    lineOf({
      recipients: [...disclosure.recipients, copy],
      quotes: { reader: false, others: true },
      contacts: [{ kind: 'phone', text: '03-1234-5678' }],
      attachments: [{ name: 'a.pdf', size: 1, privacy: 'no-photo' }],
    }),
  ).toBe('To Hana Sato, and 1 more; quotes earlier mail; 1 contact of another person; 1 file');
});

it('names an address where there is no name, and nobody where nobody is chosen', () => {
  const [reader] = disclosure.recipients;
  if (reader === undefined) throw new Error('nobody');
  expect(lineOf({ recipients: [{ ...reader, name: '' }] }, 'ja')).toMatch(
    /^hana@example\.com だけに送信/,
  );
  expect(lineOf({ recipients: [] })).toMatch(/^To nobody yet/);
});

it('shows how a location was taken out where it unfolds', () => {
  const markup = renderMarkup(createElement(XrayLine, { disclosure }));
  expect(markup).toContain('harbour.jpg, 120 kB, without a location');
});
