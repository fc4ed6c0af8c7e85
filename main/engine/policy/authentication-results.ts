const results = /\b(dmarc|spf|dkim)\s*=\s*([a-z]+)/g;

/**
 * The checks by which the receiving server found that a mail is not from whom it says; none where it
 * found nothing, or adds no such header. `fields` are the Authentication-Results, topmost first.
 *
 * RFC 8601 5: only what our own server wrote counts, and that is on top: a sender can write a header
 * of the same name below it, with our server's name in it too where that does not take it out. So a
 * DMARC that failed has failed, whatever else is said. It says of the From that staff see; SPF and DKIM
 * alone do not.
 */
export function failedChecks(fields: readonly string[]): string[] {
  const server = (field: string) => withoutComments(field).split(';')[0]?.trim().toLowerCase();
  const firstOther = fields.findIndex((field) => server(field) !== server(fields[0] ?? ''));
  const ours = firstOther < 0 ? fields : fields.slice(0, firstOther);
  const said = new Map<string, Set<string>>();
  for (const field of ours) {
    const parts = withoutComments(field).toLowerCase().split(';').slice(1).join(';');
    for (const [, check = '', result = ''] of parts.matchAll(results))
      said.set(check, (said.get(check) ?? new Set()).add(result));
  }
  const dmarc = said.get('dmarc');
  if (dmarc?.has('pass') && !dmarc.has('fail')) return [];
  return [...said]
    .filter(([, found]) => found.has('fail') || found.has('hardfail'))
    .filter(([check, found]) => check === 'dmarc' || !found.has('pass'))
    .map(([check]) => check);
}

/** RFC 5322 3.2.2: what is in parentheses says nothing to a machine. */
function withoutComments(field: string): string {
  return field.replace(/\([^()]*\)/g, ' ');
}
