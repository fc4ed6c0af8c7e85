/*
 * The network of the packaged app's namespace. Beside loopback there is one interface that leads
 * nowhere, and every address of the world is said to be behind it: a packet that wants out gets so
 * far, is seen, and is gone. Without that way the kernel would refuse it, and nobody would see it.
 */
export const wayOut = 'wayout';
export const imapPlace = { name: 'imap.minato.example', address: '10.77.0.2' };
export const smtpPlace = { name: 'smtp.minato.example', address: '10.77.0.3' };
export const nameServerAddress = '10.77.0.53';
export const ownAddress = '10.77.0.1';
/** IPv6 for documentation, RFC 3849. */
export const ownAddress6 = '2001:db8:77::1';
