const results = /\b(dmarc|spf|dkim)\s*=\s*([a-z]+)/g;

/**
 * The checks by which the receiving server found that a mail is not from whom it says; none where it
 * found nothing, or adds no such header. `fields` are the Authentication-Results, topmost first.
 *
 * RFC 8601 5: only what our own server wrote counts, and that is on top: a sender can write a header
 * of the same name below it. Its DMARC says of the From that staff see; SPF and DKIM alone do not.
 */
export function failedChecks(fields: readonly string[]): string[] {
  const server = (field: string) => withoutComments(field).split(';')[0]?.trim().toLowerCase();
  const ours = fields.filter((field) => server(field) === server(fields[0] ?? ''));
  const said = new Map<string, Set<string>>();
  for (const field of ours) {
    const parts = withoutComments(field).toLowerCase().split(';').slice(1).join(';');
    for (const [, check = '', result = ''] of parts.matchAll(results))
      said.set(check, (said.get(check) ?? new Set()).add(result));
  }
  if (said.get('dmarc')?.has('pass')) return [];
  return [...said]
    .filter(([, found]) => !found.has('pass') && (found.has('fail') || found.has('hardfail')))
    .map(([check]) => check);
}

/** RFC 5322 3.2.2: what is in parentheses says nothing to a machine. */
function withoutComments(field: string): string {
  return field.replace(/\([^()]*\)/g, ' ');
}
