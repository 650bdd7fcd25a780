import * as fc from 'fast-check';
import { Domains } from '../../../src/triage/analyse-domains';
import { No, Open, Yes } from '../../../src/triage/analyse-space';
import { mirrored, type Term } from '../../../src/triage/analyse-terms';
import { runs } from '../../support/runs';

const anything = No | Open | Yes;
/** Three options a variable. */
const all = 0b111;

const masks = fc.array(fc.constantFrom('no', 'open', 'yes'), { minLength: 3, maxLength: 3 }).map((truths) => {
  const mask = (of: string): number =>
    truths.reduce((bits, truth, place) => (truth === of ? bits | (1 << place) : bits), 0);
  return { no: mask('no'), open: mask('open'), yes: mask('yes') };
});
const atom = masks.map((own): Term => ({ kind: 'atom', at: 0, ...own }));
const change = fc.array(masks, { minLength: 3, maxLength: 3 }).map((rows): Term => {
  const tables = rows.map(({ no, open, yes }) => [no, open, yes]);
  return { kind: 'change', at: 0, before: 0, tables };
});
const count = (members: readonly Term[], needed: number): Term => ({
  ...{ kind: 'count', needed: 1 + (needed % members.length), members, stamp: 0, bits: 0 },
});
const flat = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 4 }), fc.nat(3))
  .map(([members, needed]) => count(members, needed));
const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 2 },
    atom,
    change,
    fc.constantFrom(No, Open, Yes).map((bits): Term => ({ kind: 'const', bits })),
    tie('term').map((member): Term => ({ kind: 'not', member })),
    fc
      .tuple(fc.array(tie('term'), { minLength: 1, maxLength: 3 }), fc.nat(2))
      .map(([members, needed]) => count(members, needed)),
  ),
}));

/** Each part about variables of its own. */
function numbered(given: Term): Term {
  let next = 0;
  const own = (one: Term): Term => {
    if (one.kind === 'atom') return { ...one, at: next++ };
    if (one.kind === 'change') return { ...one, at: next++, before: next++ };
    if (one.kind === 'not') return { ...one, member: own(one.member) };
    if (one.kind === 'count') return { ...one, members: one.members.map(own), stamp: 0, bits: 0 };
    return one;
  };
  return own(given);
}

function truthOf(one: Term, options: readonly number[]): number {
  const by = (mask: { no: number; open: number; yes: number }, at: number): number => {
    const bit = 1 << options[at]!;
    return mask.no & bit ? No : mask.yes & bit ? Yes : Open;
  };
  if (one.kind === 'const') return one.bits;
  if (one.kind === 'atom') return by(one, one.at);
  if (one.kind === 'not') {
    const truth = truthOf(one.member, options);
    return truth === Yes ? No : truth === No ? Yes : Open;
  }
  if (one.kind === 'change') {
    const [no, open, yes] = one.tables[options[one.at]!]!;
    return by({ no: no!, open: open!, yes: yes! }, one.before);
  }
  const truths = one.members.map((member) => truthOf(member, options));
  if (truths.filter((truth) => truth === Yes).length >= one.needed) return Yes;
  return truths.filter((truth) => truth === No).length > truths.length - one.needed ? No : Open;
}

function variablesOf(one: Term): number[] {
  if (one.kind === 'atom') return [one.at];
  if (one.kind === 'change') return [one.at, one.before];
  if (one.kind === 'not') return variablesOf(one.member);
  return one.kind === 'count' ? one.members.flatMap(variablesOf) : [];
}

/** Every choice of one option a variable. */
function choicesOf(domains: readonly number[]): number[][] {
  return domains.reduce<number[][]>(
    (before, domain) =>
      before.flatMap((options) =>
        [0, 1, 2].filter((place) => domain & (1 << place)).map((place) => [...options, place]),
      ),
    [[]],
  );
}

const withDomains = (given: fc.Arbitrary<Term>): fc.Arbitrary<{ term: Term; domains: number[] }> =>
  given
    .map(numbered)
    .filter((one) => variablesOf(one).length <= 6)
    .chain((one) => {
      const places = variablesOf(one).length;
      const domain = fc.integer({ min: 1, max: all });
      return fc
        .array(domain, { minLength: places, maxLength: places })
        .map((domains) => ({ term: one, domains }));
    });

const state = (domains: readonly number[]): Domains => {
  const made = new Domains();
  made.use(Uint32Array.from(domains));
  return made;
};

describe('What is left of options, and what follows for conditions', () => {
  it('Given parts with variables of their own, then a condition may be exactly what trying every option shows', () => {
    fc.assert(
      fc.property(withDomains(term), ({ term: one, domains }) => {
        const truths = choicesOf(domains).map((options) => truthOf(one, options));
        expect(state(domains).bits(one)).toBe(truths.reduce((bits, truth) => bits | truth, 0));
      }),
      runs(300),
    );
  });

  it('Given what it must be, then nothing that would do is taken away, and it is known whether anything is left', () => {
    fc.assert(
      fc.property(withDomains(term), fc.integer({ min: 1, max: 7 }), ({ term: one, domains }, allow) => {
        const made = state(domains);
        const choices = choicesOf(domains);
        const good = choices.filter((options) => truthOf(one, options) & allow);
        const held = made.require(one, allow);
        expect(held).toBe(good.length === 0 ? undefined : good.length === choices.length ? true : false);
        for (const options of good)
          options.forEach((place, at) => expect(made.domains[at]! & (1 << place)).toBeTruthy());
        if (held === undefined) return;
        // what was found before does not hide what has changed
        const left = choicesOf([...made.domains]).map((options) => truthOf(one, options));
        expect(made.bits(one)).toBe(left.reduce((bits, truth) => bits | truth, 0));
      }),
      runs(300),
    );
  });

  it('Given a number of plain parts, then all that would not do is taken away', () => {
    const wanted = fc.constantFrom(Yes, No, Yes | Open, No | Open);
    const plain = fc.oneof(
      flat,
      atom,
      flat.map((member): Term => ({ kind: 'not', member })),
    );
    fc.assert(
      fc.property(withDomains(plain), wanted, ({ term: one, domains }, allow) => {
        const made = state(domains);
        const good = choicesOf(domains).filter((options) => truthOf(one, options) & allow);
        if (made.require(one, allow) === undefined) return expect(good).toEqual([]);
        const left = domains.map((_, at) => good.reduce((bits, options) => bits | (1 << options[at]!), 0));
        expect([...made.domains]).toEqual(left);
      }),
      runs(500),
    );
  });

  it.each([
    [0b101, 0b110, true, 0b100, 1],
    [0b101, 0b111, true, 0b101, 0],
    [0b101, 0b010, false, 0b101, 0],
  ])('%i kept to %i', (domain, mask, isLeft, kept, changes) => {
    const made = state([domain]);
    const before = made.stamp;
    expect(made.keep(0, mask)).toBe(isLeft);
    expect([...made.domains]).toEqual([kept]);
    expect(made.stamp - before).toBe(changes);
  });

  it('the opposite of the opposite is the same, of every set of truths', () => {
    expect([mirrored(Yes), mirrored(No), mirrored(Open), mirrored(0)]).toEqual([No, Yes, Open, 0]);
    for (let bits = 0; bits <= anything; bits += 1) expect(mirrored(mirrored(bits))).toBe(bits);
  });
});
