/** What Dovecot lets a keyword be (its `mail_max_keyword_length`), in characters. */
const longestKeyword = 50;

/**
 * The keyword that stands for a tag on the server (RFC 9051 2.3.2, flag-keyword): a blank is `_`, as
 * in Thunderbird, and what an atom may not hold is written as in folder names, by modified UTF-7
 * (RFC 3501 5.1.3). Null where it is too long for servers, empty, or holds what nobody can see.
 */
export function toKeyword(name: string): string | null {
  const words = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  const plain = words.replace(/ |[^ !#'+,\-./0-9:;<=>?@A-Z^`a-z|}~]+/g, (run) =>
    run === ' ' ? '_' : toModifiedBase64(run),
  );
  // What a program would take for its own sign has its first letter in disguise.
  const keyword = isTag(plain) ? plain : toModifiedBase64(plain.charAt(0)) + plain.slice(1);
  return words === '' || keyword.length > longestKeyword || toTagName(keyword) !== words
    ? null
    : keyword;
}

/** Controls, halves of characters, what is not assigned, and what turns the line around. */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u;

/** A keyword that cannot be read as a name is its own name. */
export function toTagName(keyword: string): string {
  const parts = keyword.match(/&[A-Za-z0-9+,]*-|[^&]+/g) ?? [];
  if (parts.join('') !== keyword) return keyword;
  const name = parts
    .map((part) => {
      if (!part.startsWith('&')) return part.replaceAll('_', ' ');
      return part === '&-' ? '&' : fromModifiedBase64(part.slice(1, -1));
    })
    .join('');
  return name.trim() === '' || unseen.test(name) ? keyword : name;
}

/** Those that programs know without a "$", too. */
const programs = new Set([
  'junk',
  'nonjunk',
  'notjunk',
  'forwarded',
  'redirected',
  'mdnsent',
  'old',
  'junkrecorded',
]);

/**
 * Whether a person put it there. Those with a "$" are programs' own (RFC 5788), but for the five that
 * Thunderbird began with.
 */
export function isTag(flag: string): boolean {
  if (/^\$label[1-5]$/i.test(flag)) return true;
  return !/^[\\$]/.test(flag) && !programs.has(flag.toLowerCase());
}

/** Servers take keywords that differ in their case alone for one. */
export function withKeyword(flags: string, keyword: string, isSet: boolean): string {
  const others = flags.split(' ').filter((flag) => flag !== '');
  const has = others.some((flag) => isSameKeyword(flag, keyword));
  if (has === isSet) return flags;
  if (!isSet) return others.filter((flag) => !isSameKeyword(flag, keyword)).join(' ');
  return [...others, keyword].sort().join(' ');
}

function isSameKeyword(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function toModifiedBase64(text: string): string {
  const bytes = Buffer.from(text, 'utf16le').swap16();
  return `&${bytes.toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
}

function fromModifiedBase64(text: string): string {
  const bytes = Buffer.from(text.replaceAll(',', '/'), 'base64');
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
}
