/** What was typed or pasted into a field of addresses, one by one: `Ken <ken@example.org>; …` */
export function splitAddresses(typed: string): readonly string[] {
  return typed
    .split(/[,;、；\n]+/)
    .flatMap((part) => {
      const bracketed = /<([^<>]*)>/.exec(part)?.[1];
      return bracketed === undefined ? part.trim().split(/\s+/) : [bracketed.trim()];
    })
    .filter((address) => address !== '');
}

/** Each once, whatever its case. */
export function withAddresses(
  addresses: readonly string[],
  added: readonly string[],
): readonly string[] {
  const known = new Map(addresses.map((address) => [address.toLowerCase(), address]));
  for (const address of added)
    if (!known.has(address.toLowerCase())) known.set(address.toLowerCase(), address);
  return [...known.values()];
}
