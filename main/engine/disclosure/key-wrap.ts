type Subtle = Pick<SubtleCrypto, 'importKey' | 'wrapKey'>;

/**
 * Electron's crypto (BoringSSL) has no AES key wrap, which keys on curves need (RFC 9580, 11.5), and
 * finds that out only at the wrapping, with an OperationError. The library goes on with its own where
 * the key is refused with a NotSupportedError, as WebCrypto has it for what is not there: from now on
 * it is, in this process. Where key wrap is there nothing changes.
 */
export async function admitMissingKeyWrap(subtle: Subtle): Promise<void> {
  if (await saysWhatItCan(subtle)) return;
  const { importKey } = subtle;
  Object.defineProperty(subtle, 'importKey', {
    configurable: true,
    async value(...of: unknown[]) {
      const [, , algorithm] = of;
      if (nameOf(algorithm) === 'AES-KW')
        throw new DOMException('no AES key wrap here', 'NotSupportedError');
      return Reflect.apply(importKey, subtle, of);
    },
  });
}

/** It wraps, or says in the expected way that it does not. */
async function saysWhatItCan(subtle: Subtle): Promise<boolean> {
  const bytes = new Uint8Array(16);
  try {
    const wrapping = await subtle.importKey('raw', bytes, 'AES-KW', false, ['wrapKey']);
    const hash = { name: 'HMAC', hash: 'SHA-256' };
    const wrapped = await subtle.importKey('raw', bytes, hash, true, ['sign']);
    await subtle.wrapKey('raw', wrapped, wrapping, 'AES-KW');
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError';
  }
}

function nameOf(algorithm: unknown): unknown {
  return typeof algorithm === 'object' && algorithm !== null && 'name' in algorithm
    ? algorithm.name
    : algorithm;
}
