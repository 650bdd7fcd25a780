/** The part of FHIR R4 that is written and read here: permissive, because `questionnaireToPack` compares all the rest. */
import * as z from 'zod';

const extension = z.object({
  url: z.string(),
  valueString: z.string().optional(),
  valueCode: z.string().optional(),
  valueDecimal: z.number().optional(),
  valueCoding: z.looseObject({ display: z.string().optional() }).optional(),
  get extension() {
    return z.array(extension).optional();
  },
});
export type Extension = z.infer<typeof extension>;

const translated = z.object({ extension: z.array(extension).optional() }).optional();
export type Translated = z.infer<typeof translated>;

const coding = z.object({
  system: z.string().optional(),
  code: z.string(),
  display: z.string().optional(),
  _display: translated,
});
export type Coding = z.infer<typeof coding>;

const enableWhen = z.object({
  question: z.string(),
  operator: z.string(),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerCoding: coding.optional(),
});
export type EnableWhen = z.infer<typeof enableWhen>;

const item = z.object({
  extension: z.array(extension).optional(),
  linkId: z.string(),
  code: z.array(coding).optional(),
  text: z.string().optional(),
  _text: translated,
  type: z.string(),
  enableWhen: z.array(enableWhen).optional(),
  enableBehavior: z.string().optional(),
  required: z.boolean().optional(),
  answerOption: z.array(z.object({ valueCoding: coding })).optional(),
});
export type Item = z.infer<typeof item>;

export const questionnaire = z.object({
  resourceType: z.literal('Questionnaire'),
  id: z.string().optional(),
  language: z.string().optional(),
  extension: z.array(extension).optional(),
  url: z.string().optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  status: z.string(),
  experimental: z.boolean().optional(),
  subjectType: z.array(z.string()).optional(),
  description: z.string().optional(),
  effectivePeriod: z.object({ start: z.string().optional() }).optional(),
  copyright: z.string().optional(),
  item: z.array(item).optional(),
});
/** A FHIR R4 Questionnaire, as far as it is used here. */
export type Questionnaire = z.infer<typeof questionnaire>;
