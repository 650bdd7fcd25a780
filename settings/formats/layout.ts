/**
 * Which part of a pack stands in which sheet and column. Written once, for both directions and every format.
 * `path` leads from an entry of the part to the value.
 */
import {
  answerCell,
  answersCell,
  binsCell,
  conditionCell,
  dateCell,
  listCell,
  numberCell,
  textCell,
  yesNoCell,
  type CellForm,
} from './cells';

export interface Column {
  heading: string;
  path: string;
  form: CellForm;
  /** What it says, for the sheet of help. */
  about?: string;
}

export interface SheetLayout {
  name: string;
  /** The part of the pack; `one`: its fields one below the other; `record`: its first column is the key. */
  part: string;
  shape: 'one' | 'list' | 'record';
  about: string;
  columns: Column[];
}

const column = (heading: string, form: CellForm, about?: string, path = heading): Column => ({
  heading,
  path,
  form,
  about,
});
const source = (under = 'source'): Column[] => [
  column('citation', textCell, 'a citation of the sheet citations', `${under}.citation`),
  column('at', textCell, 'the place in it: page, table', `${under}.at`),
];
const when = column('when', conditionCell, 'a condition');
const id = column('id', textCell);

export const sheetLayouts: readonly SheetLayout[] = [
  {
    name: 'pack',
    part: 'pack',
    shape: 'one',
    about: 'the pack itself',
    columns: [
      column('id', textCell),
      column('version', textCell),
      column('status', textCell, 'draft, signed, active or retired'),
      column('demonstration', yesNoCell, 'an example, never the default of a service'),
      column('use', textCell, 'patient, staff or follow-up'),
      column('valid from', dateCell, 'as 2026-11-21', 'validFrom'),
      column('title', textCell),
      column('notice', textCell, 'text key of what every reader must know'),
      column('licence', textCell),
      column('scope text', textCell, 'text key: for whom the pack is', 'scope.text'),
      column('scope when', conditionCell, 'a condition: for whom the pack is', 'scope.when'),
      column('red flag outcome', textCell, 'what any red flag decides', 'redFlagOutcome.outcome'),
      column('red flag citation', textCell, '', 'redFlagOutcome.source.citation'),
      column('red flag at', textCell, '', 'redFlagOutcome.source.at'),
      column('vital unknown outcome', textCell, 'in place of a mild outcome', 'vitalUnknown.outcome'),
      column('vital unknown citation', textCell, '', 'vitalUnknown.source.citation'),
      column('vital unknown at', textCell, '', 'vitalUnknown.source.at'),
      column('out of scope outcome', textCell, 'for those outside the scope', 'outOfScope.outcome'),
      column('out of scope citation', textCell, '', 'outOfScope.source.citation'),
      column('out of scope at', textCell, '', 'outOfScope.source.at'),
      column('kept though empty', listCell, 'parts that are there without an entry', 'keptThoughEmpty'),
    ],
  },
  {
    name: 'signatures',
    part: 'signatures',
    shape: 'list',
    about: 'the clinicians who signed; a draft has none',
    columns: [column('name', textCell), column('role', textCell), column('at', textCell, 'date and time')],
  },
  {
    name: 'citations',
    part: 'citations',
    shape: 'record',
    about: 'what the rules are from',
    columns: [
      id,
      column('title', textCell),
      column('publisher', textCell),
      column('year', numberCell),
      column('url', textCell),
      column('note', textCell),
    ],
  },
  {
    name: 'questions',
    part: 'questions',
    shape: 'list',
    about: 'what is asked; the words are in the sheet texts',
    columns: [
      id,
      column('text', textCell, 'text key'),
      column('rephrase', textCell, 'text key: in other words, for who is not sure'),
      column('type', textCell, 'yes-no, choice or number'),
      column('choices', listCell, 'of a choice; the words are texts named text.choice'),
      column('unit', textCell),
      column('min', numberCell),
      column('max', numberCell),
      column('bins', binsCell, 'typed numbers as choices: < 15: child; else: grown'),
      column('kind', textCell, 'vital, deciding or surveillance'),
      column('may be unknown', yesNoCell, 'may the patient say "I do not know"', 'unknown.allowed'),
      column('unknown means', textCell, 'yes, no, blocks; empty: it stays open', 'unknown.means'),
      column('concept', textCell),
      column('implied by', listCell, 'concepts that answer yes', 'impliedBy'),
      column('denied by', listCell, 'in recorded rows: no, where all of these are', 'deniedBy'),
      column('when', conditionCell, 'asked only when this holds'),
      column('stable', yesNoCell, 'may be taken from the record'),
    ],
  },
  {
    name: 'derived',
    part: 'derived',
    shape: 'record',
    about: 'named conditions, for use in other conditions',
    columns: [id, column('when', conditionCell, 'a condition', '')],
  },
  {
    name: 'computed',
    part: 'computed',
    shape: 'record',
    about: 'numbers computed from answers',
    columns: [
      id,
      column('formula', textCell, 'bmi or age-days'),
      column('weight', textCell, 'bmi: question in kg', 'weightKg'),
      column('height', textCell, 'bmi: question in cm', 'heightCm'),
      column('months', textCell, 'age-days: question in months'),
      column('years', textCell, 'age-days: question in years'),
      column('min', numberCell),
      column('max', numberCell),
    ],
  },
  {
    name: 'parameters',
    part: 'parameters',
    shape: 'record',
    about: 'numbers that change from time to time, such as days of isolation',
    columns: [
      id,
      column('value', numberCell),
      column('unit', textCell),
      column('valid from', dateCell, '', 'validFrom'),
      ...source(),
    ],
  },
  {
    name: 'flags',
    part: 'redFlags',
    shape: 'list',
    about: 'red flags added to the universal ones',
    columns: [id, when, column('call', textCell, '192, 188 or 190'), ...source()],
  },
  {
    name: 'rows',
    part: 'table',
    shape: 'list',
    about: 'the decision table: the first row that holds decides',
    columns: [
      id,
      when,
      column('outcome', textCell, 'of the sheet outcomes'),
      column('unknown', textCell, 'while the condition stays open: holds, fails or blocks'),
      ...source(),
    ],
  },
  {
    name: 'outcomes',
    part: 'outcomes',
    shape: 'list',
    about: 'what is decided',
    columns: [
      id,
      column('disposition', textCell, 'emergency, moderate or mild'),
      column('urgency minutes', numberCell, 'within how many minutes', 'urgencyMinutes'),
      column('department', textCell),
      column('specialty', textCell),
      column('advice', textCell, 'text key'),
      column('safety net', textCell, 'text key', 'safetyNet'),
      column('follow up', textCell, 'a plan', 'followUp'),
      column('isolation', textCell, 'a parameter in days'),
    ],
  },
  {
    name: 'plans',
    part: 'plans',
    shape: 'list',
    about: 'by which calendar patients are asked again',
    columns: [
      id,
      when,
      column('every hours', numberCell, '', 'everyHours'),
      column('until day', numberCell, '', 'untilDay'),
      column('anchor', textCell, 'day 0: onset or contact'),
      column('tries', numberCell, 'unanswered, before a person takes over'),
      ...source(),
    ],
  },
  {
    name: 'records',
    part: 'records',
    shape: 'list',
    about: 'how rows recorded elsewhere write the answers',
    columns: [
      column('means', textCell, 'ignore, code or absent'),
      column('field', textCell, 'a question, or the field that is ignored'),
      column('code', textCell, 'as recorded'),
      column('answer', answerCell),
    ],
  },
  {
    name: 'cases',
    part: 'cases',
    shape: 'list',
    about: 'cases written from the sources; they judge the table',
    columns: [
      id,
      column('about', textCell),
      ...source(),
      column('answers', answersCell, 'as: age = 59; fever = yes'),
      column('rest', textCell, 'yes-no questions not listed: no or unknown'),
      column('outcome', textCell, 'expected', 'expect.outcome'),
      column('disposition', textCell, 'expected', 'expect.disposition'),
      column('urgency minutes', numberCell, 'expected', 'expect.urgencyMinutes'),
      column('red flags', listCell, 'that must be raised', 'expect.redFlags'),
      column('row', textCell, 'that decides', 'expect.row'),
    ],
  },
  {
    name: 'texts',
    part: 'texts',
    shape: 'record',
    about: 'every word a patient reads',
    columns: [
      column('key', textCell, '', 'id'),
      column('pt-BR', textCell),
      column('en', textCell),
      column('es', textCell),
    ],
  },
];
