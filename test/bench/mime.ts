/**
 * Compares mailparser and postal-mime, and mailparser as the engine uses it, on the shared corpora and on generated mail.
 * Run: node test/bench/mime.ts
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { parseMessage } from '../../main/engine/mail/mime/parse-message.ts';
import { createMimePool } from '../../main/engine/mail/mime/worker-pool.ts';
import { generateMessages } from './generate-mail.ts';

type Read = { readonly subject: string; readonly text: string; readonly attachments: number };
type Parser = { readonly name: string; readonly read: (raw: Buffer) => Promise<Read> };

const parsers: readonly Parser[] = [
  {
    name: 'mailparser',
    async read(raw) {
      const mail = await simpleParser(raw, {
        skipHtmlToText: false,
        skipTextToHtml: true,
        skipImageLinks: true,
        skipTextLinks: true,
        maxHtmlLengthToParse: 500_000,
      });
      return {
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        attachments: mail.attachments.length,
      };
    },
  },
  {
    name: 'postal-mime',
    async read(raw) {
      const mail = await PostalMime.parse(raw);
      return {
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        attachments: mail.attachments.length,
      };
    },
  },
  {
    name: 'mailparser as used',
    async read(raw) {
      const mail = await parseMessage(raw);
      return { subject: mail.subject, text: mail.text, attachments: mail.attachments.length };
    },
  },
];

const corpora = join(import.meta.dirname, '../../../shared/corpora');
const generated = generateMessages(2000, 11_000);
const megabytes = generated.reduce((sum, raw) => sum + raw.length, 0) / 1e6;

console.table(await Promise.all(parsers.map(measureCorpora)));
for (const parser of parsers) await measureSpeed(parser);
await measureIngest();

type Expected = Read & { readonly raw: Buffer };

async function measureCorpora(parser: Parser): Promise<Record<string, string>> {
  if (!existsSync(corpora)) return { parser: parser.name, note: 'corpora not present, skipped' };
  const score = { subject: 0, subjects: 0, text: 0, texts: 0, attachments: 0, all: 0, threw: 0 };
  for (const expected of readExpectations()) {
    const read = await parser.read(expected.raw).catch(() => null);
    if (read === null) score.threw++;
    score.all++;
    if (read?.attachments === expected.attachments) score.attachments++;
    if (expected.subject !== '') {
      score.subjects++;
      if (fold(read?.subject) === fold(expected.subject)) score.subject++;
    }
    if (expected.text !== '') {
      score.texts++;
      if (fold(read?.text) === fold(expected.text)) score.text++;
    }
  }
  for (const raw of readOthers()) {
    if ((await parser.read(raw).catch(() => null)) === null) score.threw++;
  }
  return {
    parser: parser.name,
    subject: `${score.subject}/${score.subjects}`,
    text: `${score.text}/${score.texts}`,
    'attachment count': `${score.attachments}/${score.all}`,
    threw: String(score.threw),
  };
}

function fold(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

type TreePart = {
  readonly headers: readonly {
    readonly name: string;
    readonly value: unknown;
  }[];
  readonly body: unknown;
};
type Tree = {
  readonly text_body: readonly number[];
  readonly attachments: readonly number[];
  readonly parts: readonly TreePart[];
};

function readExpectations(): Expected[] {
  return ['rfc', 'legacy'].flatMap((kind) => {
    const folder = join(corpora, 'mail-parser', kind);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => {
        const tree = JSON.parse(
          readFileSync(join(folder, name.replace('.eml', '.json')), 'utf8'),
        ) as Tree;
        const subject = tree.parts[0]?.headers.find((one) => one.name === 'subject')?.value;
        return {
          raw: readFileSync(join(folder, name)),
          subject: textOf(subject),
          text: tree.text_body.map((index) => textOf(tree.parts[index]?.body)).join(' '),
          attachments: tree.attachments.length,
        };
      });
  });
}

/** The trees hold `{"Text": "..."}` in headers and bodies; HTML bodies have no plain text to compare. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'Text' in value ? String(value.Text) : '';
}

function readOthers(): Buffer[] {
  return ['mime4j/mimetools-testmsgs', 'mime4j/testmsgs', 'bounces'].flatMap((folder) =>
    readdirSync(join(corpora, folder))
      .filter((name) => /\.(?:msg|eml)$/.test(name))
      .map((name) => readFileSync(join(corpora, folder, name))),
  );
}

async function measureSpeed(parser: Parser): Promise<void> {
  for (const raw of generated.slice(0, 200)) await parser.read(raw);
  const start = performance.now();
  for (const raw of generated) await parser.read(raw);
  report(`${parser.name}, parse only`, performance.now() - start);
}

async function measureIngest(): Promise<void> {
  const workerUrl = new URL('../../main/engine/mail/mime-worker.ts', import.meta.url);
  const pool = createMimePool({ workerUrl, size: 1 });
  await pool.ingestMany(generated.slice(0, 200));
  const start = performance.now();
  for (let at = 0; at < generated.length; at += 100) {
    await pool.ingestMany(generated.slice(at, at + 100));
  }
  report(
    'ingest through one worker (parse, hash, deflate, search text)',
    performance.now() - start,
  );
  const deflate = performance.now();
  for (const raw of generated) deflateRawSync(raw, { level: 1 });
  report('of which deflate alone', performance.now() - deflate);
  await pool.close();
}

function report(what: string, milliseconds: number): void {
  const rate = Math.round((generated.length / milliseconds) * 1000);
  const speed = ((megabytes / milliseconds) * 1000).toFixed(0);
  console.log(`${what}: ${rate} messages/s, ${speed} MB/s`);
}
