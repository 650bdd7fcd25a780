/** A health facility as the bot names it to people. Part of the knowledge snapshot; imported from CNES or written by hand. */
import * as z from 'zod';
import { dispositions } from '../../contract/event';

/** After CNES' types of establishment (TP_UNIDADE), as far as a person can go there to be cared for. */
export const facilityKinds = [
  'health-post',
  'primary-care',
  'polyclinic',
  'hospital',
  'specialised-hospital',
  'emergency-department',
  'urgent-care',
  'specialty-clinic',
  'mental-health',
  'diagnostics',
  'birth-centre',
  'immunisation',
  'pharmacy',
  'indigenous-health',
  'other',
] as const;

const key = z.string().regex(/^[a-z0-9_-]{1,60}$/);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** Local time of the facility; day 1 is Monday, 7 Sunday. `to` is later than `from`, 24:00 at most. */
const openingHours = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, 'closes before it opens');

export const facility = z.strictObject({
  /** CNES: 7 digits. */
  id: z.string().regex(/^\d{7}$/),
  name: z.string().min(1).max(200),
  kind: z.enum(facilityKinds),
  /** Keys of routing ("cardiology") and of treatment programmes ("tuberculosis", "post-covid", "vaccination"). */
  specialties: z.array(key),
  programmes: z.array(key),
  /** IBGE's code, 7 digits. */
  municipality: z.string().regex(/^\d{7}$/),
  /** 8 digits. */
  cep: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  address: z.string().max(400),
  phone: z.string().max(60).optional(),
  /** Degrees. Without them the municipality's seat stands for the place. */
  latitude: z.number().min(-34).max(6).optional(),
  longitude: z.number().min(-74.5).max(-28).optional(),
  /** Left out when they are not known. */
  hours: z.array(openingHours).optional(),
  /** What one may go there with. Emergencies call 192 all the same. */
  accepts: z.array(z.enum(dispositions)),
  /** Invented, for showing the product. */
  demonstration: z.boolean().optional(),
});
export type Facility = z.infer<typeof facility>;

export const facilities = z.array(facility).superRefine((list, context) => {
  const seen = new Set<string>();
  for (const { id } of list) {
    if (seen.has(id)) context.addIssue({ code: 'custom', message: `CNES ${id} occurs twice` });
    seen.add(id);
  }
});

let demonstration: readonly Facility[] | undefined;

/** Invented facilities in municipalities of Ceará. */
export function demoFacilities(): readonly Facility[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- read when asked for
  demonstration ??= facilities.parse(require('./demo-facilities.json'));
  return demonstration;
}
