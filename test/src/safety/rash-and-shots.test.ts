import { redFlagsInText } from '../../../src/safety/red-flags';
import { understand } from '../../../src/safety/understand';

const flags = (text: string): string[] => redFlagsInText(text).map(({ concept }) => concept);
const told = (text: string): string[] =>
  understand(text, { language: 'pt-BR' })
    .findings.filter(({ value }) => value === 'yes')
    .map(({ concept }) => concept);

describe('a rash is not petechiae', () => {
  it.each([
    'febre e manchas vermelhas no corpo',
    'manchas vermelhas na pele e febre',
    'febre e manchinhas vermelhas',
    'febre e bolinhas vermelhas no corpo',
    'fever and red spots on my skin',
    'fever and red blotches',
    'fiebre y manchas rojas en la piel',
    'fiebre y manchitas rojas en el cuerpo',
  ])('Given "%s" Then a rash and no red flag', (text) => {
    expect(told(text)).toEqual(expect.arrayContaining(['fever', 'rash']));
    expect(told(text)).not.toContain('petechiae');
    expect(flags(text)).toEqual([]);
  });

  it.each([
    'febre e manchas roxas',
    'febre e pintinhas vermelhas na perna',
    'febre e pintinhas roxas',
    'febre e pontinhos roxos',
    'febre e pontinhos vermelhos na barriga',
    'febre e manchas vermelhas que não somem quando aperto',
    'fever and purple spots',
    'fever and red dots on my legs',
    'fever and tiny red spots',
    "fever and red spots that don't fade when I press them",
    'fiebre y manchas moradas',
    'fiebre y puntitos rojos',
    'fiebre y manchas rojas que no desaparecen al apretar',
  ])('Given "%s" Then petechiae with fever, a red flag', (text) => {
    expect(flags(text)).toContain('petechiae');
  });
});

describe('an injection is not a gunshot', () => {
  it.each([
    'does the flu shot cause flu?',
    'I have a cough. I got my flu shot yesterday',
    'he got a tetanus shot',
    'I got a shot in my arm at the clinic',
    'where can I get a covid booster shot?',
  ])('Given "%s" Then no red flag', (text) => {
    expect(flags(text)).toEqual([]);
  });

  it.each(['my son got shot', 'he was shot in the chest', 'she has a gunshot wound', 'he has a shot wound'])(
    'Given "%s" Then a red flag',
    (text) => {
      expect(flags(text)).toContain('bleeding_heavy');
    },
  );

  it('Given a question whether a vaccine gives the flu Then nobody is said to have it', () => {
    expect(told('does the flu shot cause flu?')).toEqual([]);
    expect(told('a vacina da gripe dá gripe?')).toEqual([]);
    expect(told('¿la vacuna de la gripe causa gripe?')).toEqual([]);
    expect(understand('a vacina da gripe dá gripe?', { language: 'pt-BR' }).intent).toBe('question');
  });
});
