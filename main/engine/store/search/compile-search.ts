import { foldText } from '../../../../shared/fold-text.ts';
import { folderWords, labelWords } from '../../../../shared/search/search-names.ts';
import type { Search, SearchState, SearchTerm } from '../../../../shared/search/search-term.ts';
import { toTagName } from '../../mail/imap/tag-keyword.ts';
import { toMatch } from '../../mail/mime/search-match.ts';
import { listFolders } from '../folder-list.ts';
import type { SectionDatabase } from '../open-database.ts';
import { countKeywords } from '../tags.ts';

/** A search as SQL over a message `m` and its conversation `c`. */
export type CompiledSearch = {
  /** An FTS5 expression that all found messages match; null where words do not narrow it. */
  readonly match: string | null;
  /** What else holds. */
  readonly where: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** It says where to look: then nothing is hidden from it. */
  readonly hasPlace: boolean;
};

/** Columns of the index. The people of a letter are one: who of them wrote it is looked at afterwards. */
const columns = {
  any: '',
  subject: 'subject : ',
  filename: 'attachments : ',
  from: 'people : ',
  to: 'people : ',
};

/** As search-fields.ts has them: each a paragraph. */
const sender = 'm.from_name || char(10, 10) || m.from_address';
const recipients = `(SELECT group_concat(
  coalesce(r.value ->> 'name', '') || char(10, 10) || (r.value ->> 'address'), char(10, 10))
  FROM (SELECT value FROM json_each(m.recipients, '$.to')
    UNION ALL SELECT value FROM json_each(m.recipients, '$.cc')) r)`;

const byState: Readonly<Record<SearchState, string>> = {
  unread: 'c.unread_count > 0',
  read: 'c.unread_count = 0',
  answered: 'c.answered = 1',
  flagged: 'c.flagged = 1',
  open: "(c.status = 'open' AND c.live = 1)",
  waiting: "(c.status = 'waiting' AND c.live = 1)",
  snoozed: "(c.status = 'snoozed' AND c.live = 1)",
  done: "(c.status = 'done' AND c.live = 1)",
};

/** Null where there is nothing that could be found. */
export function compileSearch(
  db: SectionDatabase,
  { clauses, isKanaAlike }: Search,
): CompiledSearch | null {
  const parameters: Record<string, string | number> = {};
  const bind = (value: string | number): string => {
    const name = `s${Object.keys(parameters).length}`;
    parameters[name] = value;
    return `:${name}`;
  };
  const compiling = { db, bind, isKanaAlike };
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const where: string[] = [];
  for (const clause of clauses) {
    const words = clause.map((term) => toExpression(term, isKanaAlike));
    const isWords = words.every((expression) => expression !== null);
    const [only] = clause.length === 1 ? clause : [];
    if (isWords && only?.isExcluded !== true && clause.every(({ isExcluded }) => !isExcluded))
      wanted.push(anyOf(words));
    // Of one who wrote it the index alone does not know.
    if (isWords && only?.isExcluded === true && !isOfPeople(only)) unwanted.push(anyOf(words));
    else if (!isWords || clause.some((term) => term.isExcluded || isOfPeople(term)))
      where.push(`(${clause.map((term) => toCondition(term, compiling)).join(' OR ')})`);
  }
  if (wanted.length + unwanted.length + where.length === 0) return null;
  if (wanted.length === 0)
    where.push(...unwanted.map((expression) => `NOT ${probe(bind(expression))}`));
  const without = unwanted.length === 0 ? '' : ` NOT (${unwanted.join(' OR ')})`;
  return {
    match: wanted.length === 0 ? null : `(${wanted.join(' AND ')})${without}`,
    where: where.length === 0 ? 'TRUE' : where.join(' AND '),
    parameters,
    hasPlace: clauses.some((clause) => clause.some(({ kind }) => kind === 'in')),
  };
}

/** As the index is asked; null for what is not in it. Words of signs alone are everywhere. */
function toExpression(term: SearchTerm, isKanaAlike: boolean): string | null {
  if (term.kind !== 'words') return null;
  const match = toMatch(term.text, { isExact: term.isExact, isKanaAlike });
  return match === null ? null : `${columns[term.field]}(${match})`;
}

function anyOf(expressions: readonly (string | null)[]): string {
  return `(${expressions.join(' OR ')})`;
}

function isOfPeople(term: SearchTerm): boolean {
  return term.kind === 'words' && (term.field === 'from' || term.field === 'to');
}

function probe(expression: string): string {
  return `EXISTS (SELECT 1 FROM message_search(${expression}) s WHERE s.rowid = m.id)`;
}

type Compiling = {
  readonly db: SectionDatabase;
  readonly isKanaAlike: boolean;
  /** Makes a parameter of a value. */
  readonly bind: (value: string | number) => string;
};

function toCondition(term: SearchTerm, compiling: Compiling): string {
  const condition = conditionOf(term, compiling);
  return term.isExcluded ? `NOT ${condition}` : condition;
}

function conditionOf(term: SearchTerm, { db, isKanaAlike, bind }: Compiling): string {
  switch (term.kind) {
    case 'words': {
      const expression = toExpression(term, isKanaAlike);
      if (expression === null) return 'TRUE';
      if (!isOfPeople(term)) return probe(bind(expression));
      const people = term.field === 'from' ? sender : recipients;
      const options = [term.isExact, isKanaAlike].map(Number).join(', ');
      return `holds_words(${people}, ${bind(term.text)}, ${options})`;
    }
    case 'attachment':
      return `(c.has_attachment = 1 AND instr(m.attachments, '"inline":false') > 0)`;
    case 'before':
      return `m.sent_at < ${bind(term.at)}`;
    case 'after':
      return `m.sent_at >= ${bind(term.at)}`;
    case 'is':
      return byState[term.state];
    case 'in':
      return `EXISTS (SELECT 1 FROM folder_message fm
        LEFT JOIN move_action a ON a.folder_id = fm.folder_id AND a.message_id = fm.message_id
        WHERE fm.message_id = m.id AND coalesce(a.target_id, fm.folder_id) IN
          (SELECT value FROM json_each(${bind(JSON.stringify(foldersNamed(db, term.folder)))})))`;
    case 'tag':
      return `c.id IN (SELECT conversation_id FROM conversation_tag WHERE keyword IN
        (SELECT value FROM json_each(${bind(JSON.stringify(keywordsNamed(db, term.name)))})))`;
  }
}

function foldersNamed(db: SectionDatabase, name: string): number[] {
  return named(
    listFolders(db).map(({ id, role, names }) => ({
      value: id,
      names: [names.join('/'), names.at(-1) ?? '', ...(role === 'other' ? [] : folderWords[role])],
    })),
    name,
  );
}

function keywordsNamed(db: SectionDatabase, name: string): string[] {
  return named(
    countKeywords(db).map(({ keyword }) => ({
      value: keyword.toLowerCase(),
      names: [keyword, toTagName(keyword), ...(labelWords[keyword.toLowerCase()] ?? [])],
    })),
    name,
  );
}

/** Those of that name; where there are none, those whose name begins so: it is being typed. */
function named<T>(all: readonly { value: T; names: readonly string[] }[], name: string): T[] {
  const wanted = foldText(name.trim());
  const which = (isIt: (folded: string) => boolean) =>
    all.filter(({ names }) => names.some((each) => isIt(foldText(each)))).map(({ value }) => value);
  const same = which((folded) => folded === wanted);
  return same.length > 0 ? same : which((folded) => folded.startsWith(wanted));
}
