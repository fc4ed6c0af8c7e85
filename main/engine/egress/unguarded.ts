import dns from 'node:dns';
import https from 'node:https';
import { Server } from 'node:net';

// Taken before the guard takes their place, which imports this first. Nothing outside of this
// folder may have them.

export const systemLookup = dns.lookup;
export const httpsRequest = https.request;
export const listen = Server.prototype.listen;
