import { randomBytes } from 'crypto';
import { MongoServerError } from 'mongodb';
import type { PendingSignInDocument, SignInAttemptDocument, StaffDocument } from '../store/staff-documents';
import type { SealedPlace } from '../store/data-keys';
import type { Tenant } from '../store/tenant';
import type { AccessShelves } from './shelves';
import { mintStaffId } from './staff-id';

const duplicateKey = 11_000;
const active = { disabledAt: { $exists: false } } as const;

function collections(tenant: Tenant) {
  return {
    attempts: tenant.db.collection<SignInAttemptDocument>('signInAttempts'),
    pending: tenant.db.collection<PendingSignInDocument>('pendingSignIns'),
  };
}

/** @returns false when the document is there already */
async function inserted(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === duplicateKey) return false;
    throw error;
  }
}

function secretPlace(person: Pick<StaffDocument, '_id' | 'staffId'>): SealedPlace {
  return { owner: `staff/${person.staffId}`, collection: 'staff', id: person._id, field: 'sealedSecret' };
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
  const { attempts, pending } = collections(tenant);
  return {
    staff: {
      find: async (email) => named(await staff.findOne({ _id: email })),
      findById: async (staffId) => (await staff.findOne({ staffId })) ?? undefined,
      async list() {
        const all = await staff.find().sort({ name: 1, _id: 1 }).toArray();
        const people = await Promise.all(all.map(named));
        return people.filter((person) => person !== undefined);
      },
      insert: (person) => inserted(staff.insertOne(person)),
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
      setSecondFactor: async (email, secondFactor) =>
        void (await staff.updateOne(
          { _id: email },
          secondFactor ? { $set: { secondFactor } } : { $unset: { secondFactor: '' } },
        )),
      async useStep(email, step) {
        const result = await staff.updateOne(
          { _id: email, 'secondFactor.lastStep': { $lt: step } },
          { $set: { 'secondFactor.lastStep': step } },
        );
        return result.matchedCount === 1;
      },
      async useRecoveryCode(email, hash) {
        const result = await staff.updateOne(
          { _id: email, 'secondFactor.recovery': hash },
          { $pull: { 'secondFactor.recovery': hash } },
        );
        return result.modifiedCount === 1;
      },
      countActiveAdministrators: () => staff.countDocuments({ role: 'administrator', ...active }),
    },
    sessions: {
      insert: async (session) => void (await sessions.insertOne(session)),
      find: async (id) => (await sessions.findOne({ _id: id })) ?? undefined,
      listOf: (person) => sessions.find({ staff: person }).sort({ createdAt: -1 }).toArray(),
      extend: async (id, expiresAt, lastUsedAt) =>
        void (await sessions.updateOne({ _id: id }, { $set: { expiresAt, lastUsedAt } })),
      remove: async (id) => void (await sessions.deleteOne({ _id: id })),
      removeOf: async (person, exceptId) =>
        void (await sessions.deleteMany({ staff: person, ...(exceptId ? { _id: { $ne: exceptId } } : {}) })),
    },
    attempts: {
      async find(key) {
        const row = await attempts.findOne({ _id: key });
        if (!row) return undefined;
        const { revision, failures, lastAt, notBefore } = row;
        return { revision, tries: { failures, lastAt, notBefore } };
      },
      async save(key, revision, tries, expiresAt) {
        const row = { ...tries, expiresAt, revision: (revision ?? 0) + 1 };
        if (revision === undefined) return inserted(attempts.insertOne({ _id: key, ...row }));
        const result = await attempts.updateOne({ _id: key, revision }, { $set: row });
        return result.matchedCount === 1;
      },
      clear: async (key) => void (await attempts.deleteOne({ _id: key })),
    },
    pending: {
      insert: async (one) => void (await pending.insertOne(one)),
      find: async (id) => (await pending.findOne({ _id: id })) ?? undefined,
      remove: async (id) => void (await pending.deleteOne({ _id: id })),
      removeOf: async (person) => void (await pending.deleteMany({ staff: person })),
    },
    secrets: {
      seal: (person, text) => tenant.sealing.seal(secretPlace(person), text),
      open: (person, sealed) => tenant.sealing.open(secretPlace(person), sealed),
    },
  };
}
