/** Names under which a pack leaves as a FHIR R4 Questionnaire. docs/formats.md describes every one. */

/** The project's own address, as in the app's description; it names, and need not be reachable. */
const base = 'https://example.org/acolhe/fhir';

export const questionnaireUrl = (packId: string): string => `${base}/Questionnaire/${packId}`;
/** One entry of a part that FHIR has no place for; its columns are extensions within. */
export const partUrl = (sheet: string): string => `${base}/StructureDefinition/protocol-${sheet}`;
/** What FHIR does not say of a question. */
export const questionUrl = partUrl('question');
export const conceptSystem = `${base}/CodeSystem/concepts`;
export const choiceSystem = (packId: string, question: string): string =>
  `${base}/CodeSystem/${packId}-${question}`;
/** `urgency minutes` → `urgency-minutes`. */
export const columnUrl = (heading: string): string => heading.replace(/ /g, '-');

export const icpcSystem = 'http://hl7.org/fhir/sid/icpc-2';
export const unitSystem = 'http://unitsofmeasure.org';
export const unitUrl = 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit';
export const minUrl = 'http://hl7.org/fhir/StructureDefinition/minValue';
export const maxUrl = 'http://hl7.org/fhir/StructureDefinition/maxValue';
export const translationUrl = 'http://hl7.org/fhir/StructureDefinition/translation';

/** Units of packs in UCUM. */
export const ucumCodes: Readonly<Record<string, string>> = {
  years: 'a',
  months: 'mo',
  weeks: 'wk',
  days: 'd',
  hours: 'h',
  celsius: 'Cel',
  percent: '%',
  kg: 'kg',
  cm: 'cm',
  'per minute': '/min',
  mmHg: 'mm[Hg]',
};

/** Said by FHIR itself: these fields of a pack need no extension. */
export const nativeFields: Readonly<Record<string, readonly string[]>> = {
  pack: ['version', 'title', 'demonstration', 'valid from', 'licence'],
};
