import { randomBytes } from 'crypto';
import { MongoServerError } from 'mongodb';
import type { AccessLogDocument, SignInAttemptDocument, StaffDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import type { AccessShelves } from './shelves';
import { mintStaffId } from './staff-id';

const duplicateKey = 11_000;
const active = { disabledAt: { $exists: false } } as const;

function collections(tenant: Tenant) {
  return {
    attempts: tenant.db.collection<SignInAttemptDocument>('signInAttempts'),
    accessLog: tenant.db.collection<AccessLogDocument>('accessLog'),
  };
}

export function accessShelves(tenant: Tenant): AccessShelves {
  const { staff, sessions } = tenant;
  /** People registered before staff IDs get theirs the first time anybody looks: nobody acts without one. */
  const named = async (person: StaffDocument | null): Promise<StaffDocument | undefined> => {
    if (!person) return undefined;
    if (person.staffId) return person;
    const staffId = mintStaffId(randomBytes);
    await staff.updateOne({ _id: person._id, staffId: { $exists: false } }, { $set: { staffId } });
    return (await staff.findOne({ _id: person._id })) ?? undefined;
  };
  const { attempts, accessLog } = collections(tenant);
  return {
    staff: {
      find: async (email) => named(await staff.findOne({ _id: email })),
      async list() {
        const all = await staff.find().sort({ name: 1, _id: 1 }).toArray();
        const people = await Promise.all(all.map(named));
        return people.filter((person) => person !== undefined);
      },
      async insert(person) {
        try {
          await staff.insertOne(person);
          return true;
        } catch (error) {
          if (error instanceof MongoServerError && error.code === duplicateKey) return false;
          throw error;
        }
      },
      async setStanding(email, from, to) {
        const result = await staff.updateOne(
          { _id: email, role: from.role, disabledAt: from.disabledAt ?? { $exists: false } },
          to.disabledAt
            ? { $set: { role: to.role, disabledAt: to.disabledAt } }
            : { $set: { role: to.role }, $unset: { disabledAt: '' } },
        );
        return result.matchedCount === 1;
      },
      setPassword: async (email, passwordHash) =>
        void (await staff.updateOne({ _id: email }, { $set: { passwordHash } })),
      countActiveAdministrators: () => staff.countDocuments({ role: 'administrator', ...active }),
    },
    sessions: {
      insert: async (session) => void (await sessions.insertOne(session)),
      find: async (id) => (await sessions.findOne({ _id: id })) ?? undefined,
      extend: async (id, expiresAt) => void (await sessions.updateOne({ _id: id }, { $set: { expiresAt } })),
      remove: async (id) => void (await sessions.deleteOne({ _id: id })),
      removeOf: async (person, exceptId) =>
        void (await sessions.deleteMany({ staff: person, ...(exceptId ? { _id: { $ne: exceptId } } : {}) })),
    },
    attempts: {
      async add(key, amount, expiresAt) {
        const row = await attempts.findOneAndUpdate(
          { _id: key },
          { $inc: { count: amount }, $set: { expiresAt } },
          { upsert: true, returnDocument: 'after' },
        );
        return row?.count ?? amount;
      },
      clear: async (key) => void (await attempts.deleteOne({ _id: key })),
    },
    accessLog: { append: async (entry) => void (await accessLog.insertOne({ ...entry })) },
  };
}
