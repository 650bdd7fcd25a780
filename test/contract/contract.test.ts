import * as fc from 'fast-check';
import { canonicalJson } from '../../contract/canonical-json';
import { eventEnvelope, knownEvent } from '../../contract/event';
import { mintPatientId, parsePatientId } from '../../contract/patient-id';
import { sign, verify } from '../../contract/signature';

describe('patient ID', () => {
  const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
  // the second draw always has a check character of the alphabet
  const mint = (first: Uint8Array): string => {
    const draws = [first, Uint8Array.of(0, 0, 0, 0, 1)];
    return mintPatientId(() => draws.shift() as Uint8Array);
  };

  it('reads back every ID it mints, also typed in lower case without hyphens', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const id = mint(random);
        expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
        expect(parsePatientId(id.toLowerCase().replace(/-/g, ' '))).toBe(id);
      }),
    );
  });

  it('catches one wrong character, and two neighbours swapped', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(bytes, fc.nat(8), fc.constantFrom(...alphabet), (random, at, other) => {
        const plain = mint(random).replace(/-/g, '');
        const wrong = plain.slice(0, at) + other + plain.slice(at + 1);
        if (wrong !== plain) expect(parsePatientId(wrong)).toBeUndefined();
        const swapped = plain.slice(0, at) + (plain[at + 1] ?? '') + (plain[at] ?? '') + plain.slice(at + 2);
        if (at < 7 && swapped !== plain) expect(parsePatientId(swapped)).toBeUndefined();
      }),
    );
  });

  it.each(['', '7K3M', 'not an id', '7K3M-9QX2-HH', '\u{1F600}'.repeat(9)])('refuses %p', (text) => {
    expect(parsePatientId(text)).toBeUndefined();
  });

  it('reads O as 0 and I and L as 1', () => {
    const id = mintPatientId(() => Uint8Array.of(0, 0, 0, 0, 1));
    expect(id).toBe('0000-0001-1');
    expect(parsePatientId('oooo-oooI-l')).toBe(id);
  });
});

describe('signatures', () => {
  const message = { id: 'msg_1', atMs: 1_700_000_000_000, payload: '{"a":1}' };
  const headers = { ...sign('secret', message) };

  it.each([
    ['as sent', headers, message.payload, message.atMs, { ok: true }],
    ['at the edge of the window', headers, message.payload, message.atMs + 299_000, { ok: true }],
    ['too old', headers, message.payload, message.atMs + 301_000, { ok: false, reason: 'stale' }],
    ['from the future', headers, message.payload, message.atMs - 301_000, { ok: false, reason: 'stale' }],
    ['changed body', headers, '{"a":2}', message.atMs, { ok: false, reason: 'forged' }],
    [
      'changed id',
      { ...headers, 'webhook-id': 'msg_2' },
      message.payload,
      message.atMs,
      { ok: false, reason: 'forged' },
    ],
    [
      'no signature',
      { 'webhook-id': 'a', 'webhook-timestamp': '1' },
      message.payload,
      message.atMs,
      { ok: false, reason: 'missing' },
    ],
    [
      'nonsense time',
      { ...headers, 'webhook-timestamp': 'x' },
      message.payload,
      message.atMs,
      { ok: false, reason: 'stale' },
    ],
    [
      'empty signature',
      { ...headers, 'webhook-signature': 'v1,' },
      message.payload,
      message.atMs,
      { ok: false, reason: 'forged' },
    ],
  ])('%s', (_name, given, payload, now, expected) => {
    expect(verify(['secret'], given, payload, now)).toEqual(expected);
  });

  it('accepts either key while one is rotated, and neither after', () => {
    expect(verify(['new', 'secret'], headers, message.payload, message.atMs)).toEqual({ ok: true });
    expect(verify(['new'], headers, message.payload, message.atMs)).toEqual({ ok: false, reason: 'forged' });
    expect(verify([], headers, message.payload, message.atMs)).toEqual({ ok: false, reason: 'forged' });
  });

  it("equals the published example of Standard Webhooks' symmetric scheme", () => {
    // secret, id, time and payload of the specification's own test vector
    const signed = sign('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      atMs: 1_614_265_330_000,
      payload: '{"test": 2432232314}',
    });
    expect(signed['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});

describe('canonical JSON', () => {
  it('is the same text whatever the order of members, and means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: undefined }] })).toBe('{"a":[{"d":1}],"b":1}');
  });
});

describe('events', () => {
  const envelope = {
    specversion: '1.0',
    id: 'w/r/x',
    source: '/tenants/demo/workspaces/main',
    type: 'acolhe.patient.identified.v1',
    subject: 'r',
    time: '2026-01-01T00:00:00.000Z',
    data: { patientId: '0000-0001-1', mintedBy: 'crm' },
  };

  it('reads a known type, skips an unknown one, refuses data that does not fit', () => {
    expect(knownEvent(eventEnvelope.parse(envelope))?.type).toBe('acolhe.patient.identified.v1');
    expect(knownEvent(eventEnvelope.parse({ ...envelope, type: 'acolhe.new.thing.v9' }))).toBeUndefined();
    expect(() => knownEvent(eventEnvelope.parse({ ...envelope, data: {} }))).toThrow();
  });

  it.each([
    ['source', '/tenants/Demo/workspaces/x'],
    ['source', '/tenants/demo'],
    ['time', '2026-01-01'],
    ['time', '2026-01-01T00:00:00Z'],
    ['type', 'other.thing.v1'],
    ['id', ''],
    ['specversion', '0.3'],
  ])('refuses %s = %p', (key, value) => {
    expect(eventEnvelope.safeParse({ ...envelope, [key]: value }).success).toBe(false);
  });
});
