import { mintPatientId } from '../../../contract/patient-id';
import { readPatientId } from '../../../crm-sync/patients/search';

const id = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
const wrongCheck = id.slice(0, -1) + (id.endsWith('A') ? 'B' : 'A');

describe('reading a patient ID', () => {
  it.each([
    id,
    id.toLowerCase(),
    id.replace(/-/g, ''),
    ` ${id.replace(/-/g, ' ')} `,
    id.replace(/-/g, '–').replace(/0/g, 'o').replace(/1/g, 'l'),
  ])('reads %j', (typed) => expect(readPatientId(typed)).toEqual({ ok: true, patientId: id }));

  it.each([
    [wrongCheck, 'idWrongCheck'],
    [wrongCheck.toLowerCase().replace(/-/g, ' '), 'idWrongCheck'],
    ['', 'idMalformed'],
    ['Maria', 'idMalformed'],
    [id.slice(0, -1), 'idMalformed'],
    [`${id}0`, 'idMalformed'],
    ['7K3M-9QX2-*', 'idMalformed'],
    ['9'.repeat(5_000), 'idMalformed'],
  ])('says of %.20j: %s', (typed, problem) => expect(readPatientId(typed)).toEqual({ ok: false, problem }));
});
