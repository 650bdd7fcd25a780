/** Reading what staff type: one patient ID, or any of the things a person is found by. Pure. */
import { parsePatientId } from '../../contract/patient-id';
import { searchTerms, type SearchKind, type SearchTerm } from '../identity/search-term';

export type IdReading =
  { ok: true; patientId: string } | { ok: false; problem: 'idMalformed' | 'idWrongCheck' };

/** Tells a mistyped ID from something that is no ID at all: the first is worth reading again with the patient. */
export function readPatientId(text: string): IdReading {
  const patientId = parsePatientId(text.slice(0, 100));
  if (patientId) return { ok: true, patientId };
  const plain = text.replace(/[\s\u2010-\u2015-]/g, '');
  return { ok: false, problem: /^[0-9a-z]{9}$/i.test(plain) ? 'idWrongCheck' : 'idMalformed' };
}

export type TermReading =
  | { ok: true; terms: SearchTerm[]; kinds: SearchKind[] }
  | { ok: false; problem: 'findUnreadable' | 'idWrongCheck' | 'cpfWrongCheck' | 'cnsWrongCheck' };

/** @param kind look only for what was typed as this */
export function readTerm(typed: string, kind?: SearchKind): TermReading {
  const terms = searchTerms(typed);
  if (terms.length > 0) {
    const chosen = terms.filter((term) => kind === undefined || term.kind === kind);
    return { ok: true, terms: chosen.length ? chosen : terms, kinds: terms.map((term) => term.kind) };
  }
  const digits = /^[\d\s.\-/]+$/.test(typed) ? typed.replace(/\D/g, '').length : 0;
  if (digits === 11) return { ok: false, problem: 'cpfWrongCheck' };
  if (digits === 15) return { ok: false, problem: 'cnsWrongCheck' };
  const reading = readPatientId(typed);
  return {
    ok: false,
    problem: !reading.ok && reading.problem === 'idWrongCheck' ? 'idWrongCheck' : 'findUnreadable',
  };
}
