import { readPersonAsked } from '../../../src/language/asks-person';

describe('who asks for one professional', () => {
  it.each([
    ['ramal 12', { extension: '12' }],
    ['Ramal: 4021, por favor', { extension: '4021' }],
    ['quero o ramal nº 7', { extension: '7' }],
    ['extension 12 please', { extension: '12' }],
    ['interno 15', { extension: '15' }],
    ['quero falar com a Dra. Ana', { name: 'ana' }],
    ['Gostaria de falar com o dr João Souza hoje', { name: 'joao souza' }],
    ['preciso falar com a enfermeira Carla por favor', { name: 'carla' }],
    ['can I talk to Dr Smith?', { name: 'smith' }],
    ['quiero hablar con la doctora Pérez', { name: 'perez' }],
  ])('Given “%s”, Then %j', (text, asked) => {
    expect(readPersonAsked(text)).toEqual(asked);
  });

  it.each([
    'quero falar com um médico',
    'quero falar com alguém',
    'a Dra. Ana me receitou dipirona',
    'estou com tosse há 12 dias',
    'tomei 12 ml',
    'preciso de exame',
    'meu interno 3o grau',
    'quero consulta com cardiologista',
  ])('Given “%s”, Then it is none of them', (text) => {
    expect(readPersonAsked(text)).toBeUndefined();
  });
});
