import type { SectionId } from '../../shared/model/section.ts';

/** The demo readers' languages. */
export type LetterLanguage = 'en' | 'ja';

/** A file that a demo reader encloses; its bytes are made when the newsroom starts. */
type EnclosureKind = 'pdf' | 'csv' | 'docx' | 'chart' | 'photo';

export type Enclosure = {
  readonly kind: EnclosureKind;
  readonly fileName: string;
  /** Text inside the PDF, CSV or document. */
  readonly text?: string;
};

/** One message of a demo conversation. */
export type Turn = {
  readonly by: 'reader' | 'us';
  /** How long before the newsroom's start it was written. */
  readonly hoursAgo: number;
  readonly text: string;
  readonly html?: string;
  readonly unread?: boolean;
  readonly cc?: string;
  readonly enclosures?: readonly Enclosure[];
  /** Replaces "Re: ..." when a reader changes the subject. */
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A form of the site that sends it for the reader: answers go to the reader. */
  readonly sentBy?: { readonly name: string; readonly address: string };
};

/** A reader and a section writing to each other. */
export type DemoConversation = {
  /** Unique in the demo: Message-IDs are made of it. */
  readonly key: string;
  readonly sectionId: SectionId;
  readonly language: LetterLanguage;
  readonly readerName: string;
  readonly readerAddress: string;
  readonly subject: string;
  readonly turns: readonly Turn[];
};

/** A letter that is more than a turn of a conversation: its bytes are written out whole. */
export type RawLetter = {
  readonly key: string;
  readonly sectionId: SectionId;
  readonly readerAddress: string;
  /** Of a person, who takes and answers mail; a machine has none and takes none. */
  readonly readerName?: string;
  readonly hoursAgo: number;
  readonly unread: boolean;
  /** CRLF line ends, one character per byte; `{date}` and `{section}` are filled in. */
  readonly source: string;
};

/** A message as it lies in a folder. */
export type StoredLetter = {
  readonly sectionId: SectionId;
  readonly folder: 'INBOX' | 'Sent';
  readonly seen: boolean;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly source: Buffer;
};
