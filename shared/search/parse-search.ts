import { parseSearchDate } from './search-date.ts';
import {
  type Search,
  type SearchField,
  type SearchProblem,
  type SearchTerm,
  searchStates,
} from './search-term.ts';

/** Characters; longer than anybody types. */
export const longestSearch = 1000;

/** Characters that may be pasted and told to be too many. */
export const longestPaste = 20_000;

/** What a word before a colon stands for, in both languages of the window. */
const operators: Readonly<
  Record<string, SearchField | 'before' | 'after' | 'has' | 'is' | 'in' | 'tag'>
> = {
  ...{ from: 'from', to: 'to', subject: 'subject', filename: 'filename', has: 'has' },
  ...{ before: 'before', after: 'after', is: 'is', in: 'in', tag: 'tag' },
  ...{ 差出人: 'from', 宛先: 'to', 件名: 'subject', ファイル名: 'filename' },
  ...{ より前: 'before', 以降: 'after', 状態: 'is', フォルダー: 'in', タグ: 'tag' },
};

const states: Readonly<Record<string, (typeof searchStates)[number]>> = {
  ...Object.fromEntries(searchStates.map((state) => [state, state])),
  ...{ 未読: 'unread', 既読: 'read', 返信済み: 'answered', フラグ: 'flagged' },
  ...{ 未対応: 'open', 返事待ち: 'waiting', 保留: 'snoozed', 対応済み: 'done' },
};

const attachments: ReadonlySet<string> = new Set([
  'attachment',
  'attachments',
  '添付',
  '添付ファイル',
]);

/** Has katakana and hiragana taken for one another. */
export const kanaAlike = 'kana:any';

/** One piece of what was typed: `-from:"Mika Mori"`. Signs in full width count as their narrow ones. */
const piece =
  /\s*(?<not>[-－](?=\S))?(?:(?<name>[A-Za-z]+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+)[:：])?(?:["＂“”](?<quoted>[^"＂“”]*)(?:["＂“”]|$)|(?<bare>\S*))/uy;

/**
 * What somebody typed into the search, as what it asks for. `OR` stands between two that will do either
 * way. An operator that nothing follows yet is passed over: it is being typed.
 */
export function parseSearch(query: string, now: number): Search {
  if (query.length > longestSearch)
    return { clauses: [], isKanaAlike: false, problem: { kind: 'too-long' } };
  const clauses: SearchTerm[][] = [];
  let problem: SearchProblem | null = null;
  let isOr = false;
  let isKanaAlike = false;
  for (const { raw, isExcluded, operator, value, isExact } of piecesOf(query)) {
    if (raw === 'OR' || raw === '|') {
      isOr = true;
      continue;
    }
    if (raw.toLowerCase() === kanaAlike) {
      isKanaAlike = true;
      continue;
    }
    if (value.trim() === '') continue;
    const term = toTerm(operator, { value, isExact, isExcluded }, now);
    if ('problem' in term) {
      problem ??= term.problem;
      continue;
    }
    const last = clauses.at(-1);
    if (isOr && last !== undefined) last.push(term);
    else clauses.push([term]);
    isOr = false;
  }
  if (clauses.length === 0 && query.trim() !== '') problem ??= { kind: 'nothing' };
  return { clauses, isKanaAlike, problem };
}

type Piece = {
  readonly raw: string;
  readonly isExcluded: boolean;
  readonly operator: (typeof operators)[string] | 'any';
  readonly value: string;
  readonly isExact: boolean;
};

function* piecesOf(query: string): Generator<Piece> {
  piece.lastIndex = 0;
  while (piece.lastIndex < query.length) {
    const found = piece.exec(query);
    if (found === null || found[0] === '') return;
    const { not, name, quoted, bare = '' } = found.groups ?? {};
    const operator = name === undefined ? 'any' : operators[name.toLowerCase()];
    const raw = found[0].trim();
    yield {
      raw,
      isExcluded: not !== undefined,
      operator: operator ?? 'any',
      // No operator of ours: the words are looked for as they stand.
      value: operator === undefined ? `${name}:${quoted ?? bare}` : (quoted ?? bare),
      isExact: quoted !== undefined,
    };
  }
}

type Asked = { readonly value: string; readonly isExact: boolean; readonly isExcluded: boolean };

function toTerm(
  operator: Piece['operator'],
  { value, isExact, isExcluded }: Asked,
  now: number,
): SearchTerm | { readonly problem: SearchProblem } {
  switch (operator) {
    case 'any':
    case 'from':
    case 'to':
    case 'subject':
    case 'filename':
      return { kind: 'words', field: operator, text: value, isExact, isExcluded };
    case 'has':
      return attachments.has(value.toLowerCase())
        ? { kind: 'attachment', isExcluded }
        : { problem: { kind: 'has', word: value } };
    case 'before':
    case 'after': {
      const at = parseSearchDate(value, now);
      return at === null
        ? { problem: { kind: 'date', word: value } }
        : { kind: operator, at, isExcluded };
    }
    case 'is': {
      const state = states[value.normalize('NFKC').toLowerCase()];
      return state === undefined
        ? { problem: { kind: 'state', word: value } }
        : { kind: 'is', state, isExcluded };
    }
    case 'in':
      return { kind: 'in', folder: value, isExcluded };
    case 'tag':
      return { kind: 'tag', name: value, isExcluded };
  }
}
