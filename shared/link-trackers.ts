/** Parameters that tell a site who clicked, or in which mailing; a page never needs them. */
const trackerNames: ReadonlySet<string> = new Set([
  '_hsenc',
  '_hsmi',
  '_openstat',
  'ck_subscriber_id',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  's_cid',
  'ttclid',
  'twclid',
  'vero_conv',
  'vero_id',
  'wbraid',
  'wickedid',
  'yclid',
]);

const trackerPrefixes = ['utm_', 'hsa_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'stm_'] as const;

/** Whether a query parameter of this name is there to follow people. */
export function isTrackerName(name: string): boolean {
  const lower = name.toLowerCase();
  return trackerNames.has(lower) || trackerPrefixes.some((prefix) => lower.startsWith(prefix));
}

/** The link without its tracking parameters, and their names in order. `url` itself is untouched. */
export function stripTrackers(url: string): { readonly url: string; readonly stripped: string[] } {
  const clean = new URL(url);
  if (clean.protocol !== 'http:' && clean.protocol !== 'https:') return { url, stripped: [] };
  const stripped = [...new Set([...clean.searchParams.keys()].filter(isTrackerName))];
  if (stripped.length === 0) return { url, stripped };
  // The other parameters keep their exact spelling: some sites sign it.
  const kept = clean.search
    .slice(1)
    .split('&')
    .filter((pair) => !isTrackerName(nameOf(pair)));
  clean.search = kept.join('&');
  return { url: clean.href, stripped };
}

function nameOf(pair: string): string {
  const [name] = new URLSearchParams(pair).keys();
  return name ?? '';
}
