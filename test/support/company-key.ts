import { decrypt, generateKey, readMessage, readPrivateKey } from 'openpgp';

type Made = { readonly publicKey: string; readonly privateKey: string };

/** A company's pair of OpenPGP keys, armored. `seconds` is how long it lasts; 0 for ever. */
export async function companyKey(seconds = 0): Promise<Made> {
  return generateKey({
    type: 'curve25519',
    userIDs: [{ name: 'Minato Travel', email: 'keys@travel.example' }],
    keyExpirationTime: seconds,
    date: new Date(Date.UTC(2026, 0, 1)),
  });
}

/** What the company reads: the file's text, and the name that it was given inside. */
export async function readAsCompany(
  file: Uint8Array,
  privateKey: string,
): Promise<{ readonly text: string; readonly filename: string }> {
  const { data, filename } = await decrypt({
    message: await readMessage({ binaryMessage: file }),
    decryptionKeys: await readPrivateKey({ armoredKey: privateKey }),
    format: 'binary',
  });
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(data), filename };
}
