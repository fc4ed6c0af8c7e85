export const passphrase = 'lantern ferry orchard nine';
