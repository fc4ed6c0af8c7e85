import { expect, it } from 'vitest';
import { createEngineLine } from '../../../main/app/engine-line.ts';
import { EngineRequest } from '../../../shared/bridge.ts';

/** A pair as between the page and the engine; Node's MessagePort has the same interface. */
function connect(line: ReturnType<typeof createEngineLine>) {
  const { port1, port2 } = new MessageChannel();
  const requests: EngineRequest[] = [];
  port2.onmessage = ({ data }) => {
    requests.push(EngineRequest.parse(data));
  };
  line.connect(port1);
  return { engine: port2, page: port1, requests };
}

const nothing = () => undefined;

it('matches answers to requests whatever their order', async () => {
  const line = createEngineLine(nothing);
  const { engine, requests, page } = connect(line);
  const first = line.call('section.list', null);
  const second = line.call('session.state', null);
  await expect.poll(() => requests.length).toBe(2);
  for (const { id, call } of requests.toReversed())
    engine.postMessage({ kind: 'answer', id, result: { ok: true, value: call } });
  expect(await first).toEqual({ ok: true, value: 'section.list' });
  expect(await second).toEqual({ ok: true, value: 'session.state' });
  page.close();
});

it('answers what a dead engine was asked, and holds what nobody was asked yet', async () => {
  const line = createEngineLine(nothing);
  const dead = connect(line);
  const lost = line.call('section.list', null);
  line.disconnect();
  expect(await lost).toEqual({ ok: false, error: { code: 'engine-ended' } });
  const held = line.call('session.state', null);
  const { engine, requests, page } = connect(line);
  await expect.poll(() => requests.length).toBe(1);
  engine.postMessage({ kind: 'answer', id: requests[0]?.id, result: { ok: true, value: 1 } });
  expect(await held).toEqual({ ok: true, value: 1 });
  dead.page.close();
  page.close();
});

it('answers everything at once when no other engine is coming, until one does', async () => {
  const line = createEngineLine(nothing);
  const held = line.call('session.state', null);
  line.fail();
  const failed = { ok: false, error: { code: 'engine-failed' } };
  expect(await held).toEqual(failed);
  expect(await line.call('section.list', null)).toEqual(failed);
  const { engine, requests, page } = connect(line);
  const asked = line.call('session.state', null);
  await expect.poll(() => requests.length).toBe(1);
  engine.postMessage({ kind: 'answer', id: requests[0]?.id, result: { ok: true, value: 1 } });
  expect(await asked).toEqual({ ok: true, value: 1 });
  page.close();
});

it('passes events on', async () => {
  const events: unknown[] = [];
  const line = createEngineLine((event, payload) => events.push([event, payload]));
  const { engine, page } = connect(line);
  engine.postMessage({ kind: 'event', event: 'outbox.changed', payload: { sectionId: 'members' } });
  await expect.poll(() => events).toEqual([['outbox.changed', { sectionId: 'members' }]]);
  page.close();
});
