import * as fc from 'fast-check';
import { parseEvent } from '../../../crm-sync/ingest/parse-event';

const source = '/tenants/t1/workspaces/w1';
const now = new Date('2026-05-04T12:00:00.000Z');
const event = {
  ...{
    specversion: '1.0',
    id: 'e1',
    source,
    type: 'acolhe.message.recorded.v1',
    subject: 'room',
    time: '2026-05-04T12:00:00.000Z',
  },
  data: { messageId: 'm', from: 'patient', text: 'falta de ar', via: 'text' },
};

describe('parsing one event', () => {
  it('takes a well-formed event as it is', () => {
    expect(parseEvent(event, source, now)).toEqual({ ok: true, event });
  });

  it('takes an unknown type', () => {
    expect(
      parseEvent({ ...event, type: 'acolhe.moon.seen.v1', data: { any: 1 } }, source, now),
    ).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['another source', { source: '/tenants/t1/workspaces/w2' }, 'source: not this workspace'],
    ['an old specversion', { specversion: '0.3' }, 'specversion: invalid_value'],
    ['a time without milliseconds', { time: '2026-05-04T12:00:00Z' }, 'time: invalid_format'],
    ['a time with an offset', { time: '2026-05-04T12:00:00.000-03:00' }, 'time: invalid_format'],
    ['a time two days ahead', { time: '2026-05-06T12:00:00.000Z' }, 'time: in_the_future'],
    ['a type that is not ours', { type: 'com.example' }, 'type: invalid_format'],
    ['no data', { data: undefined }, 'data: invalid_type'],
    ['data of another type', { data: { ...event.data, via: 'pigeon' } }, 'data.via: invalid_value'],
    [
      'a text of 20,001 characters',
      { data: { ...event.data, text: 'x'.repeat(20_001) } },
      'data.text: too_big',
    ],
    ['a subject with a control character', { subject: 'a\u0000b' }, 'subject: control_character'],
    ['a stream of the CRM’s own', { subject: 'investigation/x' }, 'subject: not_a_conversation'],
    ['what only the CRM tells', { type: 'acolhe.investigation.opened.v1' }, 'type: not_of_a_workspace'],
    [
      'what staff of the CRM decide',
      { type: 'acolhe.rescreen.decided.v1', subject: 'room' },
      'type: not_of_a_workspace',
    ],
    ['an id with a line feed', { id: 'a\nb' }, 'id: control_character'],
  ])('refuses %s', (_name, changes, reason) => {
    const result = parseEvent({ ...event, ...changes }, source, now);
    expect(result).toEqual({ ok: false, id: (changes as { id?: string }).id ?? 'e1', reason });
  });

  it('never repeats what was sent, wherever it stood', () => {
    const secret = 'Maria das Dores 529.982.247-25';
    const decided = {
      ...event,
      type: 'acolhe.triage.decided.v1',
      data: {
        ...{ pack: 'p', packVersion: '1', knowledge: 'k', outcome: 'o', disposition: 'mild', row: 'r' },
        answers: { [secret]: { not: 'a value' } },
      },
    };
    const result = parseEvent(decided, source, now);
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^data\.answers\.\?: /) as string,
    });
    const tries = Object.keys(event)
      .filter((name) => name !== 'id')
      .map((name) => parseEvent({ ...event, [name]: secret }, source, now));
    expect(JSON.stringify(tries.filter((one) => !one.ok))).not.toContain('Maria');
  });

  it('answers anything at all without throwing', () => {
    const members = fc.constantFrom(...Object.keys(event));
    const spoilt = fc
      .tuple(members, fc.jsonValue())
      .map(([member, value]) => ({ ...event, [member]: value }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), spoilt), (raw) => {
        const result = parseEvent(raw, source, now);
        if (!result.ok) expect(result.reason).toMatch(/^[\w.?-]+: [\w ]+$/);
      }),
    );
  });
});
