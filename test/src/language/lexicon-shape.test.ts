/** No list of the lexicons is empty, and no entry is blank: either would be a loss that no reading can show. */
import * as complaintSigns from '../../../src/language/lexicon/complaint-signs';
import * as complaintWords from '../../../src/language/lexicon/complaint-words';
import * as en from '../../../src/language/lexicon/en';
import * as enCommon from '../../../src/language/lexicon/en-common';
import * as enHarm from '../../../src/language/lexicon/en-harm';
import * as enUrgent from '../../../src/language/lexicon/en-urgent';
import * as es from '../../../src/language/lexicon/es';
import * as esCommon from '../../../src/language/lexicon/es-common';
import * as esHarm from '../../../src/language/lexicon/es-harm';
import * as esUrgent from '../../../src/language/lexicon/es-urgent';
import * as plainWords from '../../../src/language/lexicon/plain-words';
import * as ptBr from '../../../src/language/lexicon/pt-br';
import * as ptBrAsked from '../../../src/language/lexicon/pt-br-asked';
import * as ptBrAskedEvents from '../../../src/language/lexicon/pt-br-asked-events';
import * as ptBrAskedSymptoms from '../../../src/language/lexicon/pt-br-asked-symptoms';
import * as enEsAsked from '../../../src/language/lexicon/en-es-asked';
import * as ptBrBelly from '../../../src/language/lexicon/pt-br-belly';
import * as ptBrBirth from '../../../src/language/lexicon/pt-br-birth';
import * as ptBrBody from '../../../src/language/lexicon/pt-br-body';
import * as ptBrBrain from '../../../src/language/lexicon/pt-br-brain';
import * as ptBrBreathing from '../../../src/language/lexicon/pt-br-breathing';
import * as ptBrCannot from '../../../src/language/lexicon/pt-br-cannot';
import * as ptBrEveryday from '../../../src/language/lexicon/pt-br-everyday';
import * as ptBrEverydayDanger from '../../../src/language/lexicon/pt-br-everyday-danger';
import * as ptBrEverydayLife from '../../../src/language/lexicon/pt-br-everyday-life';
import * as ptBrEverydayUrgent from '../../../src/language/lexicon/pt-br-everyday-urgent';
import * as ptBrHead from '../../../src/language/lexicon/pt-br-head';
import * as ptBrHeart from '../../../src/language/lexicon/pt-br-heart';
import * as ptBrIdioms from '../../../src/language/lexicon/pt-br-idioms';
import * as ptBrInjury from '../../../src/language/lexicon/pt-br-injury';
import * as ptBrMind from '../../../src/language/lexicon/pt-br-mind';
import * as ptBrNormal from '../../../src/language/lexicon/pt-br-normal';
import * as ptBrReplies from '../../../src/language/lexicon/pt-br-replies';
import * as ptBrTold from '../../../src/language/lexicon/pt-br-told';
import * as wordClasses from '../../../src/language/lexicon/word-classes';

const files: Readonly<Record<string, object>> = {
  complaintSigns,
  complaintWords,
  en,
  enCommon,
  enEsAsked,
  ptBrAsked,
  ptBrAskedEvents,
  ptBrAskedSymptoms,
  enHarm,
  enUrgent,
  es,
  esCommon,
  esHarm,
  esUrgent,
  plainWords,
  ptBr,
  ptBrBelly,
  ptBrBirth,
  ptBrBody,
  ptBrBrain,
  ptBrBreathing,
  ptBrCannot,
  ptBrEveryday,
  ptBrEverydayDanger,
  ptBrEverydayLife,
  ptBrEverydayUrgent,
  ptBrHead,
  ptBrHeart,
  ptBrIdioms,
  ptBrInjury,
  ptBrMind,
  ptBrNormal,
  ptBrReplies,
  ptBrTold,
  wordClasses,
};

/** Where something empty stands: "ptHarm.violence", "ptHarm.violence.3". */
function emptyIn(value: unknown, at: string): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  const items = Object.entries(value);
  return items.length === 0 ? [at] : items.flatMap(([name, item]) => emptyIn(item, `${at}.${name}`));
}

it.each(Object.entries(files))('Given the words of %s Then none of them is empty', (name, held) => {
  expect(emptyIn({ ...held }, name)).toEqual([]);
});
