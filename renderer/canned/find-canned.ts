import { foldText } from '../../shared/fold-text.ts';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import type { Locale } from '../../shared/model/preferences.ts';

/**
 * The replies that a query finds, best first: by short key, by the beginning of the name, by words in
 * name or text. Among equals those of the language come first, then those used most.
 */
export function findCanned(
  replies: readonly CannedReply[],
  query: string,
  language: Locale,
): readonly CannedReply[] {
  const wanted = foldText(query.trim());
  return replies
    .map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort(
      (one, other) =>
        (one.rank ?? 0) - (other.rank ?? 0) ||
        Number(other.reply.language === language) - Number(one.reply.language === language) ||
        other.reply.uses - one.reply.uses ||
        (other.reply.usedAt ?? 0) - (one.reply.usedAt ?? 0) ||
        one.reply.name.localeCompare(other.reply.name),
    )
    .map(({ reply }) => reply);
}

/** Null for one that is not found. */
function rankOf({ name, key, text }: CannedReply, wanted: string): number | null {
  if (wanted === '') return 0;
  const [foldedKey, foldedName] = [foldText(key), foldText(name)];
  if (foldedKey === wanted) return 0;
  if (foldedKey.startsWith(wanted)) return 1;
  if (foldedName.startsWith(wanted)) return 2;
  const words = wanted.split(/\s+/);
  if (words.every((word) => foldedName.includes(word))) return 3;
  const all = `${foldedKey} ${foldedName} ${foldText(text)}`;
  return words.every((word) => all.includes(word)) ? 4 : null;
}
