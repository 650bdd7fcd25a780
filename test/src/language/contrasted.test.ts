import { readMessage } from '../../../src/language/message';

const said = (text: string, asked?: string): string =>
  readMessage(text, { language: 'pt-BR', ...(asked ? { asked } : {}) })
    .findings.map(
      ({ concept, value, who, when }) => `${concept}=${value} ${who}${when === 'now' ? '' : ` ${when}`}`,
    )
    .sort()
    .join(', ');

describe('Given two people in one message', () => {
  it.each([
    ['meu filho tá sem febre mas eu tô', 'fever=no other, fever=yes self'],
    ['a bebê não tem febre, quem tem sou eu', 'fever=no other, fever=yes self'],
    ['meu pai tem diabetes, eu não', 'diabetes=no self, diabetes=yes other'],
    ['minha mãe tem asma, eu tenho tosse', 'asthma=yes other, cough=yes self'],
    ['meu pai tem diabetes', 'diabetes=yes other'],
    ['eu tenho febre, eu não aguento', 'fever=yes self'],
  ])('"%s" says %s', (text, findings) => {
    expect(said(text)).toBe(findings);
  });

  it.each([
    ['não, quem tem é minha irmã', 'diabetes', 'diabetes=no self, diabetes=yes other'],
    ['eu não, mas minha filha tá', 'fever', 'fever=no self, fever=yes other'],
    ['é minha irmã que tá, eu não', 'pregnancy', 'pregnancy=no self, pregnancy=yes other'],
    ['quem tem é minha cadeira', 'diabetes', ''],
    ['é minha irmã que tá', 'age', ''],
  ])('"%s", asked about %s, says %s', (text, asked, findings) => {
    expect(said(text, asked)).toBe(findings);
  });

  it('turns nothing round at the end of a long story', () => {
    const story = 'e a gente foi lá na casa dela ontem de tarde ver o jogo com o pessoal da rua todo '.repeat(
      2,
    );
    expect(said(`meu pai tem diabetes ${story}, eu não`)).not.toContain('diabetes=no');
  });
});

describe('Given what was said before its denial', () => {
  it.each([
    ['febre ela não tem e tá brincando', 'fever=no other'],
    ['febre eu também não tive só essa dor', 'fever=no self'],
    ['fumar também não fumo', 'smoking=no self'],
    ['remédio de afinar sangue nunca tomei', 'anticoagulant=no self'],
    ['meu pai não toma anticoagulante', 'anticoagulant=no other'],
    ['febre nunca', 'fever=no self'],
  ])('"%s" says %s', (text, findings) => {
    expect(said(text)).toBe(findings);
  });
});

describe('Given an event of another time', () => {
  it.each([
    ['meu ex me batia, mas isso foi há muitos anos', 'violence=yes self past'],
    ['meu ex me batia mas foi há muitos anos', 'violence=yes self past'],
    ['me cortava há uns anos', 'self_harm=yes self past'],
    ['minha filha tem quinze anos e ontem ela desmaiou', 'age=15 other, fainting=yes other recent'],
  ])('"%s" says %s', (text, findings) => {
    expect(said(text)).toBe(findings);
  });

  it.each([
    ['tive uma quando era criança', 'seizure', 'seizure=yes self past'],
    ['já, uma vez, na adolescência', 'fainting', 'fainting=yes self past'],
    ['só quando era pequeno', 'asthma', 'asthma=yes self past'],
    ['sim, desde criança', 'asthma', 'asthma=yes self'],
    ['sim, descobri ano passado', 'diabetes', 'diabetes=yes self'],
  ])('"%s", asked about %s, says %s', (text, asked, findings) => {
    expect(said(text, asked)).toBe(findings);
  });
});
