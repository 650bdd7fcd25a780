import { formsOf } from '../../../src/language/verb-forms';

describe('the forms of a verb', () => {
  it.each<[string, string]>([
    [
      'vomitar',
      'vomitar vomito vomita vomitam vomitamos vomitei vomitou vomitaram vomitando vomitava vomitavam vomitano',
    ],
    ['comer', 'comer como come comem comemos comi comeu comeram comendo comia comiam comeno'],
    [
      'engolir',
      'engolir engolo engole engolem engolimos engoli engoliu engoliram engolindo engolia engoliam engolino engulo',
    ],
    ['tossir', 'tusso tosse tossem tossindo'],
    ['dormir', 'durmo dorme dormem'],
    ['sentir', 'sinto sente sentem'],
    ['ferir', 'firo fere'],
    ['ouvir', 'ouco ouve ouvem oco'],
    ['pedir', 'peco pede'],
    ['perder', 'perco perde'],
    ['coçar', 'coco'],
    ['secar', 'sequei seca'],
    ['pegar', 'peguei pega'],
    ['bater', 'bati bate'],
  ])('Given %s Then among them %s', (verb, forms) => {
    expect(formsOf(verb)).toEqual(expect.arrayContaining(forms.split(' ')));
  });
  it.each<[string, string]>([
    ['cair', 'caio cai caem caimos cai caiu cairam caindo caia caiam cair caino'],
    ['sair', 'saio sai saem saiu sairam saindo saia saiam sair saino'],
    ['doer', 'doi doem doeu doeram doendo doia doiam doer doe doeno doidos'],
    ['fazer', 'faco faz fazem fiz fez fizeram fazendo fazia fazer fazeno'],
    ['ter', 'tenho tem tive teve tiveram tendo tinha ter'],
    ['ver', 'vejo ve veem vi viu viram vendo via ver veno'],
    ['querer', 'quero quer querem quis quiseram querendo queria queriam querer'],
    ['poder', 'posso pode podem pude pode puderam podia poder'],
  ])('Given %s, of its own kind, Then these alone', (verb, forms) =>
    expect(formsOf(verb)).toEqual(forms.split(' ')),
  );
  it('Given a stem that is kept in writing Then no other form changes', () => {
    expect(formsOf('secar')).not.toContain('secei');
    expect(formsOf('vomitar')).not.toContain('vomitquei');
    expect(formsOf('bater')).not.toContain('batquei');
  });
  it('Given no verb Then it is said', () => expect(() => formsOf('febre')).toThrow('no verb: febre'));
});
