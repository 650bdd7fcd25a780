/**
 * Specialties by key, as protocols name them, and what clinics call them. Names in pt-BR after the list of the Conselho Federal de
 * Medicina (resolution 2.330/2023), beside those of every day.
 */
const names: Readonly<Record<string, readonly string[]>> = {
  medicine: ['Clínica médica', 'Internal medicine', 'Medicina interna'],
  general: ['Clínica geral', 'Clínico geral', 'General practice', 'Medicina general'],
  family_medicine: [
    ...['Medicina de família e comunidade', 'Medicina de família', 'Saúde da família', 'Family medicine'],
    ...['Medicina familiar', 'Medicina familiar y comunitaria'],
  ],
  allergy: ['Alergia e imunologia', 'Alergologia', 'Allergy and immunology', 'Alergología'],
  cardiology: ['Cardiologia', 'Cardiology', 'Cardiología'],
  emergency: ['Medicina de emergência', 'Emergência', 'Emergency medicine', 'Medicina de emergencia'],
  gastroenterology: ['Gastroenterologia', 'Gastroenterología'],
  infectology: ['Infectologia', 'Infectious diseases', 'Infectología'],
  mental_health: [
    ...['Saúde mental', 'Psiquiatria', 'Psicologia', 'Psychiatry', 'Psychology', 'Salud mental'],
    ...['Psiquiatría', 'Psicología'],
  ],
  neurology: ['Neurologia', 'Neurología'],
  nursing: ['Enfermagem', 'Enfermería'],
  obstetrics: [
    ...['Ginecologia e obstetrícia', 'Obstetrícia', 'Ginecologia', 'Obstetrics and gynaecology'],
    ...['Obstetricia', 'Ginecología y obstetricia'],
  ],
  ophthalmology: ['Oftalmologia', 'Oftalmología'],
  orthopaedics: ['Ortopedia e traumatologia', 'Ortopedia', 'Orthopedics', 'Traumatología'],
  paediatrics: ['Pediatria', 'Pediatrics', 'Pediatría'],
  pharmacy: ['Farmácia', 'Farmacia'],
  pulmonology: ['Pneumologia', 'Neumología'],
};

const anyDoctor = ['medicine', 'general', 'family_medicine'];
/** Who sees such patients where a clinic has nobody of that specialty. Of the others nobody does in their place. */
const inPlaceOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(anyDoctor.map((key) => [key, anyDoctor])),
  infectology: anyDoctor,
  pulmonology: anyDoctor,
  allergy: anyDoctor,
  gastroenterology: anyDoctor,
  emergency: anyDoctor,
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const keys = new Map(
  Object.entries(names).flatMap(([key, known]) => [
    [plain(key), key] as const,
    ...known.map((name) => [plain(name), key] as const),
  ]),
);

/** The key of a specialty, by key or name; one that nobody knows is its own. */
export const specialtyKey = (text: string): string => keys.get(plain(text)) ?? plain(text);

/** Keys, the specialty's own first. */
export function specialtiesFor(text: string): readonly string[] {
  const key = specialtyKey(text);
  return [...new Set([key, ...(inPlaceOf[key] ?? [])])];
}
