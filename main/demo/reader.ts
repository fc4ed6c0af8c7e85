import type { SectionId } from '../../shared/model/section.ts';
import type { Clock } from '../engine/clock.ts';
import { allConversations, allRawLetters } from './all-letters.ts';
import { fillDates } from './fill-dates.ts';
import type { LetterLanguage, StoredLetter } from './letter.ts';
import { composeLetter, demoMessageId } from './letter-source.ts';
import { readerAnswers } from './letters/answers.ts';
import { laterLetters } from './letters/later.ts';
import { sectionAccount, sectionAccounts } from './section-account.ts';
import type { Timers } from './timers.ts';

type ReceivedReply = {
  /** Envelope addresses, lower case. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly references: readonly string[];
  readonly text: string;
};

export type Reader = {
  /** True when a demo reader has this address (lower case). */
  readonly knows: (address: string) => boolean;
  /** Takes what staff sent; every reader among the recipients answers after 20 to 40 seconds. */
  readonly receive: (reply: ReceivedReply) => void;
  /** Begins to write a new letter every 30 to 60 seconds. */
  readonly start: () => void;
  readonly stop: () => void;
};

type KnownReader = { readonly name: string; readonly language: LetterLanguage };

/** The demo's readers: they write on their own and answer what staff send them. */
export function createReader(deps: {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => number;
  readonly deliver: (letter: StoredLetter) => void;
}): Reader {
  const { clock, timers, random, deliver } = deps;
  const readers = knownReaders();
  const cancels = new Set<() => void>();
  let written = 0;
  let answered = 0;

  const later = (fromSeconds: number, toSeconds: number, run: () => Promise<void>) => {
    const delay = Math.round(1000 * (fromSeconds + (toSeconds - fromSeconds) * random()));
    const cancel = timers.after(delay, () => {
      cancels.delete(cancel);
      void run();
    });
    cancels.add(cancel);
  };

  const deliverFrom = async (
    sectionId: SectionId,
    address: string,
    letter: {
      readonly subject: string;
      readonly text: string;
      readonly key: string;
      readonly references: readonly string[];
    },
  ) => {
    const account = sectionAccount(sectionId);
    const writtenAt = clock.now();
    const source = await composeLetter({
      fromName: readers.get(address)?.name ?? '',
      fromAddress: address,
      toName: account.name,
      toAddress: account.address,
      subject: letter.subject,
      text: `${fillDates(letter.text, readers.get(address)?.language ?? 'en', writtenAt)}\n`,
      writtenAt,
      messageId: demoMessageId(`${letter.key}-${writtenAt}`, address),
      references: letter.references,
    });
    deliver({ sectionId, folder: 'INBOX', seen: false, writtenAt, source });
  };

  const writeNext = async () => {
    const index = written++;
    const letter = laterLetters[index % laterLetters.length];
    if (letter === undefined) return;
    const round = Math.floor(index / laterLetters.length);
    // From the second round on the same reader asks again, so that no two letters are the same.
    const again =
      letter.language === 'ja'
        ? {
            subject: `（再送${round}）${letter.subject}`,
            text: `先日お送りした件で、念のためもう一度ご連絡いたします。\n\n${letter.text}`,
          }
        : {
            subject: `${letter.subject} (reminder ${round})`,
            text: `I wrote about this a while ago and am trying again.\n\n${letter.text}`,
          };
    await deliverFrom(letter.sectionId, letter.readerAddress, {
      ...(round === 0 ? { subject: letter.subject, text: letter.text } : again),
      key: `later-${index}`,
      references: [],
    });
    later(30, 60, writeNext);
  };

  const answer = async (sectionId: SectionId, address: string, reply: ReceivedReply) => {
    const language = readers.get(address)?.language ?? 'en';
    const choices = readerAnswers[language];
    const index = answered++;
    const quote = reply.text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
      .join('\n');
    await deliverFrom(sectionId, address, {
      subject: /^re:/i.test(reply.subject) ? reply.subject : `Re: ${reply.subject}`,
      text: `${choices[index % choices.length]}\n\n${readers.get(address)?.name ?? ''}\n\n${quote}`,
      key: `answer-${index}`,
      references:
        reply.messageId === null ? [] : [...new Set([...reply.references, reply.messageId])],
    });
  };

  return {
    knows: (address) => readers.has(address),
    receive: (reply) => {
      const account = sectionAccounts.find((candidate) => candidate.address === reply.from);
      if (account === undefined) return;
      for (const address of reply.to) {
        if (readers.has(address)) {
          later(20, 40, () => answer(account.sectionId, address, reply));
        }
      }
    },
    start: () => later(30, 60, writeNext),
    stop: () => {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}

function knownReaders(): ReadonlyMap<string, KnownReader> {
  const readers = new Map<string, KnownReader>();
  for (const letter of allRawLetters) {
    if (letter.readerName === undefined) continue;
    const language = letter.key.startsWith('ja-') ? 'ja' : 'en';
    readers.set(letter.readerAddress, { name: letter.readerName, language });
  }
  for (const each of [...allConversations, ...laterLetters]) {
    readers.set(each.readerAddress.toLowerCase(), {
      name: each.readerName,
      language: each.language,
    });
  }
  return readers;
}
