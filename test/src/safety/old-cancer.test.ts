import { languages } from '../../../contract/event';
import { packs, packTexts } from '../../../settings/packs';
import { redFlagsInText } from '../../../src/safety/red-flags';

describe('Given fever and cancer', () => {
  it.each([
    'tenho câncer e febre',
    'febre, faço quimioterapia',
    'febre, em tratamento de câncer',
    'meu câncer voltou e estou com febre',
    'febre e tive câncer, ainda em tratamento',
  ])('"%s" is a red flag', (text) => {
    expect(redFlagsInText(text).map(({ concept }) => concept)).toContain('fever');
  });

  it.each([
    'já tive câncer, estou curada, e agora febre',
    'tive câncer há 10 anos e estou com febre',
    'I had cancer ten years ago and now a fever',
    'tuve cáncer hace 10 años y tengo fiebre',
  ])('"%s" tells of one that is over', (text) => {
    expect(redFlagsInText(text)).toEqual([]);
  });
});

const asking = Object.values(packs)
  .filter(
    ({ use, demonstration, questions }) =>
      use !== 'staff' && !demonstration && questions.some(({ id }) => id === 'cancer'),
  )
  .flatMap(({ id }) => languages.map((language) => [id, language] as const));

it.each(asking)(
  '%s asks in %s for cancer of now, and says that a cured one does not count',
  (id, language) => {
    const text = packTexts[id]![language]['question.cancer'];
    expect(text).toMatch(/agora|now|ahora/);
    expect(text).toMatch(/curado não conta|was cured does not count|curado no cuenta/);
  },
);
