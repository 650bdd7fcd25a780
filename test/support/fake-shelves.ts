/** What access keeps, in memory: each function atomic, as the database's are. */
import type { Tries } from '../../crm-sync/access/delay';
import type { AccessShelves } from '../../crm-sync/access/shelves';
import type {
  PendingSignInDocument,
  SessionDocument,
  StaffDocument,
} from '../../crm-sync/store/staff-documents';

export function fakeShelves() {
  const people = new Map<string, StaffDocument>();
  const open = new Map<string, SessionDocument>();
  const awaiting = new Map<string, PendingSignInDocument>();
  const tries = new Map<string, { tries: Tries; revision: number }>();
  const patch = (email: string, change: Partial<StaffDocument>) => {
    const person = people.get(email);
    if (person) people.set(email, { ...person, ...change });
  };
  const shelves: AccessShelves = {
    staff: {
      find: async (email) => people.get(email),
      findById: async (staffId) => [...people.values()].find((person) => person.staffId === staffId),
      list: async () => [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      insert: async (person) => {
        if (people.has(person._id)) return false;
        people.set(person._id, person);
        return true;
      },
      setStanding: async (email, from, to) => {
        const person = people.get(email);
        if (person?.role !== from.role || person.disabledAt?.getTime() !== from.disabledAt?.getTime())
          return false;
        patch(email, { role: to.role, disabledAt: to.disabledAt });
        return true;
      },
      setPassword: async (email, passwordHash) => patch(email, { passwordHash }),
      setSecondFactor: async (email, secondFactor) => patch(email, { secondFactor }),
      useStep: async (email, step) => {
        const factor = people.get(email)?.secondFactor;
        if (!factor || factor.lastStep >= step) return false;
        patch(email, { secondFactor: { ...factor, lastStep: step } });
        return true;
      },
      useRecoveryCode: async (email, hash) => {
        const factor = people.get(email)?.secondFactor;
        if (!factor?.recovery.includes(hash)) return false;
        const recovery = factor.recovery.filter((one) => one !== hash);
        patch(email, { secondFactor: { ...factor, recovery } });
        return true;
      },
      countActiveAdministrators: async () =>
        [...people.values()].filter((person) => person.role === 'administrator' && !person.disabledAt).length,
    },
    sessions: {
      insert: async (session) => void open.set(session._id, session),
      find: async (id) => open.get(id),
      listOf: async (staff) => [...open.values()].filter((session) => session.staff === staff),
      extend: async (id, expiresAt, lastUsedAt) => {
        const session = open.get(id);
        if (session) open.set(id, { ...session, expiresAt, lastUsedAt });
      },
      remove: async (id) => void open.delete(id),
      removeOf: async (staff, except) => {
        for (const [id, session] of open) if (session.staff === staff && id !== except) open.delete(id);
      },
    },
    attempts: {
      find: async (key) => tries.get(key),
      save: async (key, revision, next) => {
        if (tries.get(key)?.revision !== revision) return false;
        tries.set(key, { tries: next, revision: (revision ?? 0) + 1 });
        return true;
      },
      clear: async (key) => void tries.delete(key),
    },
    pending: {
      insert: async (one) => void awaiting.set(one._id, one),
      find: async (id) => awaiting.get(id),
      remove: async (id) => void awaiting.delete(id),
      removeOf: async (staff) => {
        for (const [id, one] of awaiting) if (one.staff === staff) awaiting.delete(id);
      },
    },
    secrets: {
      seal: async (person, text) => `sealed ${person.staffId} ${Buffer.from(text).toString('hex')}`,
      open: async (person, sealed) => {
        const [, staffId, hex = ''] = sealed.split(' ');
        if (staffId !== person.staffId) throw new Error('sealed for somebody else');
        return Buffer.from(hex, 'hex').toString();
      },
    },
  };
  return { shelves, people, open, awaiting, tries };
}
