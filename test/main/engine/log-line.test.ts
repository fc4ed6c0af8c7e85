import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorKind } from '../../../main/engine/error-kind.ts';
import { type Log, silentLog } from '../../../main/engine/log.ts';
import { type LogEvent, logEvents } from '../../../main/engine/log-events.ts';
import { logLine } from '../../../main/engine/log-line.ts';
import { personalText, piecesIn } from '../../support/personal-text.ts';

const at = Date.UTC(2026, 10, 24, 9);
const events = Object.keys(logEvents) as LogEvent[];

it('takes no text of anybody, by its types', () => {
  const log: Log = silentLog;
  const text: string = '佐藤花子';
  // @ts-expect-error: no event of any name.
  log(text, {});
  // @ts-expect-error: no field that the event does not have.
  log('call.refused', { from: text });
  // @ts-expect-error: no text where a call's name stands.
  log('call.failed', { call: text, ...errorKind(null) });
  // @ts-expect-error: no text where an error's class stands.
  log('start.failed', { kind: text, code: null });
  // @ts-expect-error: no text where a system's code stands.
  log('start.failed', { kind: 'Error', code: text });
  // @ts-expect-error: no text where a section stands.
  log('section.closed', { section: text, error: 'disk-full' });
  // @ts-expect-error: no text where an error's code stands.
  log('section.closed', { section: 'members', error: text });
  // @ts-expect-error: no number that is not a row's.
  log('outbox.outcome', { item: 7, outcome: 'accepted' });
  // @ts-expect-error: no text where a number stands.
  log('engine.crashed', { status: text });
});

it.each(events)('holds nothing of anybody, whatever %s is called with', (event) => {
  const names = [...Object.keys(logEvents[event].shape), 'subject', 'from'];
  const nested = fc.tuple(personalText, fc.constantFrom('text', 'array', 'object', 'error'));
  fc.assert(
    fc.property(nested, ([text, shape]) => {
      const value = { text, array: [text], object: { [text]: text }, error: new Error(text) }[
        shape
      ];
      const fields = Object.fromEntries([...names.map((name) => [name, value]), [text, text]]);
      expect(piecesIn(logLine(at, event, fields), text)).toEqual([]);
      expect(piecesIn(logLine(at, event, text), text)).toEqual([]);
    }),
  );
});

it('holds nothing of an event that it does not know', () => {
  fc.assert(
    fc.property(personalText, (text) => {
      expect(logLine(at, text as LogEvent, { [text]: text })).toBe('2026-11-24T09:00:00.000Z -\n');
    }),
  );
});

it('holds nothing of an error but its class and its code', () => {
  fc.assert(
    fc.property(personalText, (text) => {
      const error = Object.assign(new Error(text, { cause: new Error(text) }), {
        name: text,
        code: text,
        responseText: text,
      });
      for (const thrown of [error, text, { message: text }, new AggregateError([error], text)])
        expect(piecesIn(logLine(at, 'start.failed', errorKind(thrown)), text)).toEqual([]);
      expect(errorKind(error)).toEqual({ kind: 'other', code: null });
    }),
  );
});

it('says of an error what can be said', () => {
  const full = Object.assign(new Error('no room for 佐藤花子'), { code: 'ENOSPC' });
  expect(errorKind(full)).toEqual({ kind: 'Error', code: 'ENOSPC' });
  expect(errorKind(new TypeError('x'))).toEqual({ kind: 'TypeError', code: null });
  expect(errorKind(Object.assign(new Error('x'), { code: 'TANAKA' })).code).toBeNull();
});

it('writes the time, the event and its fields in one line', () => {
  expect(logLine(at, 'section.closed', { section: 'members', error: 'disk-full' })).toBe(
    '2026-11-24T09:00:00.000Z section.closed {"section":"members","error":"disk-full"}\n',
  );
  expect(logLine(at, 'section.closed', { section: '佐藤', error: 'disk-full' })).toBe(
    '2026-11-24T09:00:00.000Z section.closed {"section":"-","error":"disk-full"}\n',
  );
});
