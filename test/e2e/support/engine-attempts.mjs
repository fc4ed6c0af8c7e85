/* The built engine in a utilityProcess, then ways out that only this runtime has, or has otherwise. */
import { connect } from 'node:net';
import { argv, parentPort } from 'node:process';

const [, , engine, address] = argv;
await import(engine);
const { net } = await import('electron');

const attempts = {
  'electron.net.fetch': () => net.fetch(address),
  'electron.net.request': () => net.request(address),
  'electron.net.resolveHost': () => net.resolveHost('localhost'),
  fetch: () => fetch(address),
  connect: () => connect(Number(new URL(address).port), '127.0.0.1'),
};
const codes = {};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    codes[name] = 'it went through';
  } catch (error) {
    codes[name] = error.code;
  }
}
parentPort.postMessage(codes);
